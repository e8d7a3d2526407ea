import type { FastifyInstance } from 'fastify';
import { ApiError, notFound, requestError } from './api-error.js';

/** Every failure of the API leaves in PandaDoc's shape. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, _request, reply) => {
    const answer = error instanceof ApiError ? error : ofFramework(error);
    return reply.code(answer.status).send(answer.body);
  });
  app.setNotFoundHandler(() => {
    throw notFound();
  });
}

function ofFramework(error: Error & { code?: string; statusCode?: number }): ApiError {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new ApiError(413, { type: 'request_error', detail: 'Request body is too big.' });
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new ApiError(415, { type: 'request_error', detail: 'Unsupported media type in request.' });
  }
  if (error.statusCode !== undefined && error.statusCode < 500) return requestError(error.message);
  return new ApiError(500, { type: 'error', detail: `The sandbox itself failed: ${error.message}` });
}
