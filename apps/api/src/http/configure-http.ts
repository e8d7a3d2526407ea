import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { said } from '@tandem/recipes';
import { refusal } from './front-door.js';
import { Problem, type Issue } from './problem.js';
import { problemOf } from './problem-of.js';
import { securityHeaders } from './security-headers.js';
import { findUnstorable } from './storable.js';

const MEGABYTE = 1024 * 1024;
/** What a remote delivers is read from its raw bytes by its connector, which makes it fit to be stored. */
const WEBHOOKS = ['/webhooks/', '/api/webhooks/'];

/** The Fastify beneath Nest. Hand it to NestFactory.create with `{ rawBody: true }`. */
export function createHttpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: 2 * MEGABYTE,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: refuseBeforeRouting,
  });
}

interface Reply {
  status(code: number): Reply;
  headers(values: Record<string, string>): Reply;
  send(...body: unknown[]): unknown;
}

/** A path that is not valid percent-encoding never reaches Nest's filters. */
function refuseBeforeRouting(error: Error, _request: unknown, reply: Reply): void {
  const problem = problemOf(error) ?? new Problem(400, said`The request is not understood.`);
  reply
    .status(problem.status)
    .headers({ ...securityHeaders, 'content-type': 'application/problem+json' })
    .send(JSON.stringify(problem.body));
}

export interface HttpOptions {
  /** Where people reach this server, e.g. https://tandem.example.com */
  publicUrl: string;
}

/** The guards that stand before every route. Call it once, before `listen` or `init`. */
export function configureHttp(app: NestFastifyApplication, options: HttpOptions): void {
  const fastify = app.getHttpAdapter().getInstance();

  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(securityHeaders);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    const { headers } = request;
    const problem = refusal(
      {
        method: request.method,
        host: headers.host,
        origin: headers.origin,
        fetchSite: headerText(headers['sec-fetch-site']),
        contentType: headers['content-type'],
        hasBody: (headers['content-length'] ?? '0') !== '0' || headers['transfer-encoding'] !== undefined,
      },
      options.publicUrl,
    );
    done(problem);
  });

  fastify.addHook('preValidation', (request, _reply, done) => {
    if (WEBHOOKS.some((path) => request.url.startsWith(path))) {
      done();
      return;
    }
    const parts: [Issue['in'], unknown][] = [
      ['path', request.params],
      ['query', request.query],
      ['body', request.body],
    ];
    for (const [part, value] of parts) {
      const wrong = findUnstorable(value);
      if (wrong === undefined) continue;
      done(
        new Problem(400, said`The request holds something that cannot be stored.`, {
          issues: [{ in: part, ...wrong }],
        }),
      );
      return;
    }
    done();
  });
}

const headerText = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;
