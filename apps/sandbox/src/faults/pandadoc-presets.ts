import type { Answer, Presets } from './answer.js';

const LOCK_MS = 30_000;

/** PandaDoc's failures in PandaDoc's shapes; 202 and 409 have shapes of their own, without a `type`. */
export const pandadocPresets: Presets = {
  '202': () => ({ status: 202, headers: { 'retry-after': '1' } }),
  '401': () => failure(401, 'authentication_error', 'Authentication credentials were not provided.'),
  '401_expired': () => failure(401, 'authentication_error', 'Authentication credentials were not provided.'),
  '403': () => failure(403, 'permissions_error', 'You do not have permission to perform this action.'),
  '404': () => failure(404, 'request_error', 'Not found'),
  '409': ({ path }) => ({
    status: 409,
    body: {
      id: /\/documents\/([A-Za-z0-9]{22})/.exec(path)?.[1] ?? '',
      status: 'document.uploaded',
      info_message:
        'Warning - Document status is document.uploaded. Document processing happens asynchronously. Please wait and try again.',
    },
  }),
  '413': () => failure(413, 'request_error', 'Attached file is too big. Maximum file size is 50 MB'),
  '423': ({ now }) => ({
    status: 423,
    body: {
      type: 'document_locked',
      detail: 'Document is locked by another user.',
      locked_by_user_id: 'SandboxEditorUser00001',
      lock_type: 'wopi_editing',
      expires_at: new Date(now.getTime() + LOCK_MS).toISOString(),
    },
  }),
  '429': () => failure(429, 'throttled', 'Request was throttled.'),
  '429_seconds': () => failure(429, 'request_error', 'Request was throttled. Expected available in 2 seconds.'),
  '500': () => failure(500, 'error', 'Internal server error'),
  '502_html': () => ({
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n',
  }),
  '503': () => failure(503, 'error', 'Service unavailable'),
  '504': () => failure(504, 'error', 'Gateway timeout'),
};

function failure(status: number, type: string, detail: string): Answer {
  return { status, body: { type, detail } };
}
