import type { FastifyInstance } from 'fastify';

/** JSON bodies, where an empty body is no body, as both vendors take it. `unreadable` makes the vendor's own error. */
export function readLenientJson(app: FastifyInstance, maxBytes: number, unreadable: (reason: string) => Error): void {
  app.addHook('onRoute', (route) => {
    route.bodyLimit ??= maxBytes;
  });
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = body.toString();
    if (text.trim() === '') {
      done(null, undefined);
      return;
    }
    try {
      done(null, JSON.parse(text));
    } catch (error) {
      done(unreadable(error instanceof Error ? error.message : 'unreadable'));
    }
  });
}
