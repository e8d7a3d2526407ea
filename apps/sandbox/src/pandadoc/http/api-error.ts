import type { Document } from '../model/document.js';
import type { JsonValue } from '../model/json.js';

/** An answer of PandaDoc's that is not a success, with its body. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly body: Record<string, JsonValue>,
  ) {
    super(`PandaDoc would answer ${status}: ${JSON.stringify(body)}`);
  }
}

export const notFound = () => new ApiError(404, { type: 'request_error', detail: 'Not found' });

export const notAuthenticated = () =>
  new ApiError(401, { type: 'authentication_error', detail: 'Authentication credentials were not provided.' });

/** 400 of create, contacts and attachments: field → messages. */
export const validationError = (detail: Record<string, string[]>) =>
  new ApiError(400, { type: 'validation_error', detail });

/** 400 of everything else. */
export const requestError = (detail: JsonValue) => new ApiError(400, { type: 'request_error', detail });

/** 409 has a shape of its own: the document, as it stands. */
export const wrongState = (document: Document, message?: string) =>
  new ApiError(409, {
    id: document.id,
    status: document.status,
    info_message: message ?? defaultMessage(document),
  });

/** 423 while somebody edits the document in the Word editor. */
export const locked = (lock: NonNullable<Document['lock']>) =>
  new ApiError(423, { type: 'document_locked', detail: 'Document is locked by another user.', ...lock });

function defaultMessage(document: Document): string {
  const processing =
    document.status === 'document.uploaded'
      ? ' Document processing happens asynchronously. Please wait and try again.'
      : '';
  return `Warning - Document status is ${document.status}.${processing}`;
}
