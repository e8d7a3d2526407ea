import type { FastifyReply, FastifyRequest } from 'fastify';

const MAX_BODY = 2 * 1024 * 1024;

/** What the caller sent, as text for the log; null without a body, a remark for files and for very long bodies. */
export function requestText(request: FastifyRequest): string | null {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/')) return `(${type.split(';', 1).join('')})`;
  if (request.body === undefined || request.body === null) return null;
  return limited(typeof request.body === 'string' ? request.body : JSON.stringify(request.body));
}

/** What is about to be answered, as text for the log. */
export function responseText(reply: FastifyReply, payload: unknown): string | null {
  const type = String(reply.getHeader('content-type') ?? 'no content type');
  if (payload === undefined || payload === null || payload === '') return null;
  if (typeof payload === 'string') return limited(payload);
  if (Buffer.isBuffer(payload)) return `(${type}, ${payload.length} bytes)`;
  return `(${type})`;
}

export function limited(text: string): string {
  return text.length > MAX_BODY ? `(${text.length} characters, too long to keep)` : text;
}
