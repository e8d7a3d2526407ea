import { defineConnector } from '../sdk/connector.js';
import { documentsOfDeal, readAccount } from './account.js';
import { changeStatus } from './actions/change-status.js';
import { createDocument } from './actions/create-document.js';
import { downloadPdf } from './actions/download-pdf.js';
import { fillFromDeal } from './actions/fill-from-deal.js';
import { getDocument } from './actions/get-document.js';
import { linkObject } from './actions/link-object.js';
import { listDocuments } from './actions/list-documents.js';
import { sendDocument } from './actions/send-document.js';
import { updateDocument } from './actions/update-document.js';
import { updateQuote } from './actions/update-quote.js';
import { findSubjects } from './find-subjects.js';
import { undo } from './undo/undo.js';
import { documentsWhere } from './documents-where.js';
import { Credentials } from './auth.js';
import { catchUp } from './catch-up/catch-up.js';
import { PandaDocGateway } from './client.js';
import { limits } from './operations.js';
import {
  folderList,
  statusList,
  templateFieldList,
  templateList,
  templateTableList,
  templateTokenList,
} from './pick-lists.js';
import { isSignedWith, signedQuery } from './signature.js';
import { subscriptionHealth } from './subscription-health.js';
import { subscribe, unsubscribe } from './subscriptions.js';
import { templateSource } from './template-source.js';
import { triggerOfEvent } from './triggers/document-triggers.js';
import { readEvents } from './webhook-events.js';

/** PandaDoc: documents, their pricing, and what happens to them. */
export const pandadoc = defineConnector<PandaDocGateway, typeof Credentials>({
  key: 'pandadoc',
  title: 'PandaDoc',
  credentials: Credentials,
  defaultBaseUrl: 'https://api.pandadoc.com',
  limits,
  open: ({ credentials, baseUrl, budget }) => new PandaDocGateway({ apiKey: credentials.api_key, baseUrl, budget }),
  test: readAccount,
  triggers: [...triggerOfEvent.values()],
  actions: [
    getDocument,
    listDocuments,
    createDocument,
    updateDocument,
    updateQuote,
    fillFromDeal,
    sendDocument,
    changeStatus,
    linkObject,
    downloadPdf,
  ],
  undo,
  find: findSubjects,
  pickLists: [templateList, statusList, templateFieldList, templateTokenList, templateTableList, folderList],
  templates: templateSource,
  webhook: {
    verify: isSignedWith,
    sign: signedQuery,
    parse: ({ body }) => readEvents(body),
    subscribe,
    unsubscribe,
    health: subscriptionHealth,
  },
  catchUp,
  documentsOfDeal,
  documentsWhere,
});
