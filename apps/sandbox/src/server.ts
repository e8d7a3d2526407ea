import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { ZodError, z } from 'zod';
import type { Api } from './api.js';
import { faultControl } from './faults/fault-control.js';
import { watchCalls } from './faults/fault-hooks.js';
import { FaultList } from './faults/fault-list.js';
import type { PlayWorld } from './play/create-document.js';
import { playRoutes } from './play/routes.js';
import { requestControl } from './requests/request-control.js';
import { RequestLog, type FullCallRow } from './requests/request-log.js';

/** PandaDoc's limit for a body; HubSpot publishes none, and nothing that is sent there comes near it. */
const BODY_LIMIT = 2 * 1024 * 1024;

interface Twin {
  api: Api;
  routes: FastifyPluginAsync;
  control: FastifyPluginAsync;
}

export interface ServerParts {
  twins: Twin[];
  now(): Date;
  /** Told every call of the APIs. */
  hear?: (call: FullCallRow) => void;
  /** Something was written. */
  changed(): void;
  /** Puts everything back to the state of the first start. */
  reset(): void;
  /** What a person does in the vendors' own screens, under /control/play. */
  play?: PlayWorld;
  /** The page at /. */
  console?: FastifyPluginAsync;
}

/** Both twins behind one server: their APIs under /hubspot and /pandadoc, everything else under /control. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true, routerOptions: { maxParamLength: 500 } });
  const faults = new FaultList();
  const requests = new RequestLog(parts.hear);
  const isBackstage = (request: FastifyRequest): boolean => parts.play?.backstage.isOwn(request) ?? false;

  for (const { api, routes } of parts.twins) {
    await app.register(
      async (scope) => {
        watchCalls(scope, api, {
          faults,
          requests,
          now: () => parts.now(),
          changed: () => {
            parts.changed();
          },
          isBackstage,
        });
        await scope.register(routes);
      },
      { prefix: `/${api}` },
    );
  }
  await app.register(
    async (control) => {
      control.setErrorHandler(answerMistake);
      refuseOtherSites(control);
      takeEmptyBodies(control);
      faultControl(control, faults);
      requestControl(control, requests);
      control.post('/reset', (_request, reply) => {
        faults.clear();
        requests.clear();
        parts.reset();
        return reply.code(204).send();
      });
      for (const twin of parts.twins) await control.register(twin.control, { prefix: `/${twin.api}` });
      const { play } = parts;
      if (play) {
        await control.register(
          (scope, _options, done) => {
            playRoutes(scope, play);
            done();
          },
          { prefix: '/play' },
        );
      }
    },
    { prefix: '/control' },
  );
  if (parts.console) await app.register(parts.console);
  return app;
}

/** Any page that a developer has open could send a form to this port: the controls are for our own page and programs. */
function refuseOtherSites(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.headers['sec-fetch-site'] === 'cross-site') {
      void reply.code(403).send({ error: 'The controls of the sandbox do not take calls from other sites.' });
    } else done();
  });
}

/** "POST /control/reset" needs no body, whatever its content type says. */
function takeEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parse(request, body.toString(), done);
  });
}

/** Controls are used by people and tests: a mistake is answered with a sentence that names the place. */
function answerMistake(error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ZodError) return reply.code(400).send({ error: z.prettifyError(error) });
  const { statusCode = 500, message } = error as { statusCode?: number; message?: string }; // Fastify's own errors
  return reply.code(statusCode).send({ error: message ?? 'Something went wrong.' });
}
