import multipart from '@fastify/multipart';
import type { FastifyPluginAsync } from 'fastify';
import { accountRoutes } from './account-info.js';
import { associationBatchRoutes } from './association-batch.js';
import { associationRoutes } from './associations.js';
import { batchRoutes } from './batch.js';
import { signedFileRoutes } from './file-links.js';
import { fileRoutes } from './files.js';
import { hubspotManners } from './http.js';
import { objectRoutes } from './objects.js';
import { oauthRoutes } from './oauth.js';
import { ownerRoutes } from './owners.js';
import { pipelineRoutes } from './pipelines.js';
import { propertyRoutes } from './properties.js';
import { mergeRoutes } from './merge.js';
import { guardCalls } from './rate-limit.js';
import { searchRoutes } from './search.js';
import { Courier } from './webhooks/courier.js';
import type { HubSpotWorld } from './world.js';

/** HubSpot's HTTP API over the world's state, to be registered under the prefix that stands for api.hubapi.com. */
export function hubspotRoutes(world: HubSpotWorld): FastifyPluginAsync {
  return async (app) => {
    const courier = new Courier(world);
    world.courier = courier;
    world.tell = courier.tell;
    app.addHook('onClose', (_app, done) => {
      courier.close();
      done();
    });
    hubspotManners(app);
    await app.register(multipart);
    signedFileRoutes(app, world);
    oauthRoutes(app, world);
    await app.register((guarded, _options, done) => {
      guardCalls(guarded, world);
      objectRoutes(guarded, world);
      mergeRoutes(guarded, world);
      batchRoutes(guarded, world);
      searchRoutes(guarded, world);
      associationRoutes(guarded, world);
      associationBatchRoutes(guarded, world);
      propertyRoutes(guarded, world);
      pipelineRoutes(guarded, world);
      ownerRoutes(guarded, world);
      fileRoutes(guarded, world);
      accountRoutes(guarded, world);
      done();
    });
  };
}
