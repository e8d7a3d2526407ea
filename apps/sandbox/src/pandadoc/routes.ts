import type { FastifyPluginAsync } from 'fastify';
import { documentRoutes } from './documents/document.routes.js';
import { linkedObjectRoutes } from './documents/linked-object.routes.js';
import { quoteRoutes } from './documents/quote.routes.js';
import { answerErrors } from './http/answer-errors.js';
import { authenticate } from './http/authenticate.js';
import { limitRate } from './http/limit-rate.js';
import { readJson } from './http/read-body.js';
import { peopleRoutes } from './people/people.routes.js';
import { folderRoutes } from './people/folder.routes.js';
import { downloadRoutes } from './pdf/download.routes.js';
import { JobRunner } from './run-jobs.js';
import type { PandaDocWorld } from './state.js';
import { templateRoutes } from './templates/template.routes.js';
import { historyRoutes } from './webhooks/history.routes.js';
import { subscriptionRoutes } from './webhooks/subscription.routes.js';

/** PandaDoc's public API (`/public/v1/…`) over this world, with webhooks going out while it is up. */
export function pandadocRoutes(world: PandaDocWorld): FastifyPluginAsync {
  return async (app) => {
    const jobs = new JobRunner(world);
    app.addHook('onClose', () => {
      jobs.close();
    });
    readJson(app);
    answerErrors(app);
    authenticate(app, world);
    limitRate(app, world);
    app.addHook('onResponse', (request, _reply, done) => {
      if (request.method !== 'GET') world.onChange?.();
      done();
    });
    const areas = [
      documentRoutes,
      linkedObjectRoutes,
      quoteRoutes,
      templateRoutes,
      downloadRoutes,
      subscriptionRoutes,
      historyRoutes,
      peopleRoutes,
      folderRoutes,
    ];
    for (const area of areas) await app.register(area(world));
  };
}
