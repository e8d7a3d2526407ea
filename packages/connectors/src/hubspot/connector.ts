import { z } from 'zod';
import { defineConnector } from '../sdk/connector.js';
import { actionNeeds } from './action-needs.js';
import { attachFile } from './actions/attach-file.js';
import { createNote } from './actions/create-note.js';
import { createTask } from './actions/create-task.js';
import { findDeals } from './actions/find-deals.js';
import { getDeal } from './actions/get-deal.js';
import { lookUpVariables } from './actions/look-up-variables.js';
import { reconcileLineItems } from './actions/reconcile-line-items.js';
import { updateDealStage } from './actions/update-deal-stage.js';
import { updateFromFields } from './actions/update-from-fields.js';
import { updateProperties } from './actions/update-properties.js';
import { HubSpotGateway } from './client.js';
import { findSubjects } from './find-subjects.js';
import { openFieldCheck } from './fields/unfit-fields.js';
import { nudges } from './nudges.js';
import { dealTriggers } from './triggers/deal-triggers.js';
import { undo } from './undo/undo.js';
import { owners, pipelines, properties, stages } from './pick-lists.js';

export const hubspot = defineConnector({
  key: 'hubspot',
  title: 'HubSpot',
  credentials: z.strictObject({
    access_token: z.string().min(1).describe('Access token of a private app or a service key'),
    client_secret: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Client secret of the app, which signs its webhooks; without it changes are looked for every few seconds',
      ),
  }),
  defaultBaseUrl: 'https://api.hubapi.com',
  open: (connection) => new HubSpotGateway(connection),

  async test(gateway) {
    const portal = await gateway.account(true);
    const scopes = await gateway.grantedScopes();
    return {
      id: portal.portalId,
      name: `${portal.uiDomain ?? 'HubSpot'} (portal ${portal.portalId})`,
      ...(portal.currency === null ? {} : { currency: portal.currency }),
      ...(scopes && { scopes }),
    };
  },

  triggers: dealTriggers,
  nudges,
  actions: [
    getDeal,
    findDeals,
    lookUpVariables,
    updateDealStage,
    updateProperties,
    updateFromFields,
    reconcileLineItems,
    attachFile,
    createNote,
    createTask,
  ],
  undo,
  find: findSubjects,
  pickLists: [pipelines, stages, properties, owners],
  needs: actionNeeds,
  openFieldCheck,
});
