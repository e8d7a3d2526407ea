import type { FastifyPluginAsync } from 'fastify';
import { documentControl } from './control/document-control.js';
import { settingsControl } from './control/settings-control.js';
import { templateControl } from './control/template-control.js';
import { answerErrors } from './http/answer-errors.js';
import { readJson } from './http/read-body.js';
import type { PandaDocWorld } from './state.js';

/**
 * The other side of the twin, no part of PandaDoc's API. Under /control/pandadoc:
 * - `documents`, `documents/:id`: as the state has them; PATCH sets name, dates, metadata, `lock_seconds`
 * - `POST documents/:id/{send|view|sign|decline|pay|expire|approve|reject|review|draft}`: what people do
 * - `PATCH documents/:id/fields`: values by merge field, field id or uuid
 * - `documents/:id/rows[/:row_id]`: POST, PATCH, DELETE rows of tables and items of quotes, in any status
 * - `PATCH documents/:id/blocks/:block`: a table or quote as a whole; `POST documents/:id/quotes/:id/save`
 * - `templates[/:id]`: whole definitions, read and replaced
 * - `settings`, `webhooks`: GET and PATCH the switches; `POST webhooks/:id/redeliver`
 */
export function pandadocControl(world: PandaDocWorld): FastifyPluginAsync {
  return async (app) => {
    readJson(app);
    answerErrors(app);
    app.addHook('onResponse', (request, _reply, done) => {
      if (request.method !== 'GET') world.onChange?.();
      done();
    });
    for (const area of [documentControl, templateControl, settingsControl]) await app.register(area(world));
  };
}
