import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const description = `
The HTTP API of Tandem. Every answer and every body is JSON; instants are ISO 8601 with zone; ids are UUIDs unless said
otherwise. A refusal is problem+json (RFC 9457): \`detail\` says what happened and what to do, \`issues\` points at each
wrong value with a JSON pointer. Unknown members of a body are refused, not ignored. Bodies are at most 2 MiB and are
nested at most 100 levels deep. Any request may also be refused with 413 (too large), 415 (not JSON), 421 (another host
name than PUBLIC_URL's) or 403 (a change asked for by another web site).
`;

/** Serves the description at /api/openapi.json and a page to read it at /api/docs. Call it after configureHttp. */
export function serveApiDescription(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Tandem API',
    swaggerOptions: { docExpansion: 'list', filter: true, tagsSorter: 'alpha' },
  });
}

export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder().setTitle('Tandem').setVersion('1').setDescription(description).build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  nameProblemType(document);
  return document;
}

/** Nest writes every answer down as application/json; refusals are problem+json. */
function nameProblemType({ paths }: OpenAPIObject): void {
  for (const methods of Object.values(paths))
    for (const { responses = {} } of [methods.get, methods.post, methods.put, methods.patch, methods.delete].filter(
      isOperation,
    ))
      for (const [status, response] of Object.entries(responses)) {
        if (Number(status) < 400 || response === undefined || !('content' in response)) continue;
        const { 'application/json': json, ...others } = response.content ?? {};
        if (json) response.content = { ...others, 'application/problem+json': json };
      }
}

const isOperation = <T>(operation: T | undefined): operation is T => operation !== undefined;
