import type { FastifyPluginCallback } from 'fastify';
import { callerOf } from '../http/authenticate.js';
import { parse } from '../http/read-body.js';
import type { PandaDocWorld } from '../state.js';
import { emitDocumentEvent } from '../webhooks/emit-event.js';
import { changeStatus, StatusInput } from './change-status.js';
import { createDocument } from './create-document.js';
import { CreateInput, SendInput, UpdateInput } from './document-input.js';
import { showField } from './fields.js';
import { findDocument, findProcessed, refuseLocked } from './find-document.js';
import { listDocuments } from './list-documents.js';
import { touch } from './move-status.js';
import { returnToDraft, sendDocument } from './send-document.js';
import { showDetails, showRecipient, showStatus } from './show-document.js';
import { updateDocument } from './update-document.js';

type ById = { Params: { id: string } };

const POLL_HINT = 'You need to poll the Document Status method until the status will be changed to document.draft';

/** Create, read, change, send and remove documents. */
export function documentRoutes(world: PandaDocWorld): FastifyPluginCallback {
  const unlocked = (id: string) => {
    const document = findDocument(world, id);
    refuseLocked(world, document);
    return document;
  };

  return (app, _options, done) => {
    app.get<{ Querystring: Record<string, unknown> }>('/public/v1/documents', (request) => ({
      results: listDocuments(world.state, request.query),
    }));

    app.post('/public/v1/documents', (request, reply) => {
      const input = parse(CreateInput, request.body, 'validation_error');
      const document = createDocument(world, input, callerOf(request));
      const href = `${request.protocol}://${request.host}${app.prefix}/public/v1/documents/${document.id}`;
      const { date_completed: _completed, ...status } = showStatus(document);
      return reply
        .code(201)
        .send({ ...status, links: [{ rel: 'status', href, type: 'GET' }], info_message: POLL_HINT });
    });

    app.get<ById>('/public/v1/documents/:id', (request) => showStatus(findDocument(world, request.params.id)));

    app.get<ById>('/public/v1/documents/:id/details', (request) =>
      showDetails(world.state, findProcessed(world, request.params.id)),
    );

    app.get<ById>('/public/v1/documents/:id/fields', (request) => {
      const { fields, recipients } = findProcessed(world, request.params.id);
      return { fields: fields.map((field, place) => ({ ...showField(field, recipients), ...setting(field, place) })) };
    });

    app.patch<ById>('/public/v1/documents/:id', (request, reply) => {
      const document = unlocked(request.params.id);
      updateDocument(world, document, parse(UpdateInput, request.body));
      return reply.code(204).send();
    });

    app.delete<ById>('/public/v1/documents/:id', (request, reply) => {
      const document = unlocked(request.params.id);
      document.deleted = true;
      touch(world, document);
      emitDocumentEvent(world, 'document_deleted', document);
      return reply.code(204).send();
    });

    app.post<ById>('/public/v1/documents/:id/send', (request) => {
      const document = unlocked(request.params.id);
      const { sender } = parse(SendInput, request.body);
      sendDocument(world, document, sender?.membership_id ?? callerOf(request).member_id);
      return { ...showStatus(document), recipients: document.recipients.map(showRecipient) };
    });

    app.post<ById>('/public/v1/documents/:id/draft', (request) => {
      const document = unlocked(request.params.id);
      returnToDraft(world, findProcessed(world, document.id));
      const { uuid: _uuid, ...status } = showStatus(document);
      return status;
    });

    app.patch<ById>('/public/v1/documents/:id/status', (request, reply) => {
      const document = unlocked(request.params.id);
      changeStatus(world, document, parse(StatusInput, request.body));
      return reply.code(204).send();
    });
    done();
  };
}

/** What the field list tells beyond details; the twin puts one field below the other on page 1. */
function setting(field: { required: boolean; placeholder: string }, place: number) {
  return {
    layout: {
      page: 1,
      position: { offset_x: 40, offset_y: 40 + 30 * place, anchor_point: 'topleft' },
      style: { width: 160, height: 24 },
    },
    settings: { required: field.required, placeholder: field.placeholder, masked: false, multiline: false },
  };
}
