import { randomUUID } from 'node:crypto';
import type { Answer, Presets } from './answer.js';

const SCOPES_PAGE = 'https://developers.hubspot.com/scopes';
const WINDOW_MS = '10000';

/** HubSpot's failures in HubSpot's shapes: the message, the category and the headers that its callers go by. */
export const hubspotPresets: Presets = {
  '401': () =>
    failure(401, {
      message:
        'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
      category: 'INVALID_AUTHENTICATION',
    }),
  '401_expired': () =>
    failure(401, {
      message: 'The OAuth token used to make this call expired 5 minute(s) ago.',
      category: 'EXPIRED_AUTHENTICATION',
    }),
  '403': () =>
    failure(403, {
      message: `This app hasn't been granted all required scopes to make this call. Read more about required scopes here: ${SCOPES_PAGE}.`,
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: ['crm.objects.deals.write'] },
        },
      ],
      links: { scopes: SCOPES_PAGE },
      category: 'MISSING_SCOPES',
    }),
  '404': () => failure(404, { message: 'resource not found' }),
  '409': () => failure(409, { message: 'The object was changed by another call.', category: 'CONFLICT' }),
  '423': () => failure(423, { message: 'Resource is locked. Wait before you try again.', category: 'LOCKED' }),
  '429': () => limited('ten_secondly_rolling', 'TEN_SECONDLY_ROLLING'),
  '429_secondly': () => limited('secondly', 'SECONDLY'),
  '429_daily': () => limited('daily', 'DAILY'),
  '477': () => failure(477, { message: 'The account is being moved to another data centre.' }, { 'retry-after': '2' }),
  '500': () => failure(500, { message: 'internal error' }),
  '502_html': () => ({
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n',
  }),
  '503': () => failure(503, { message: 'Service unavailable' }),
  '504': () => failure(504, { message: 'Gateway timeout' }),
};

function failure(status: number, parts: { message: string } & Record<string, unknown>, headers = {}): Answer {
  const correlationId = randomUUID();
  const { message, ...rest } = parts;
  return {
    status,
    headers: {
      'content-type': 'application/json;charset=utf-8',
      'x-hubspot-correlation-id': correlationId,
      ...headers,
    },
    body: { status: 'error', message, correlationId, ...rest },
  };
}

/** The policy's name, not the status alone, tells a caller whether to wait for seconds or for midnight. */
function limited(window: string, policyName: string): Answer {
  const message = `You have reached your ${window} limit.`;
  const rate = {
    'x-hubspot-ratelimit-max': '190',
    'x-hubspot-ratelimit-remaining': '0',
    'x-hubspot-ratelimit-interval-milliseconds': WINDOW_MS,
  };
  return failure(429, { message, errorType: 'RATE_LIMIT', policyName, requestId: randomUUID() }, rate);
}
