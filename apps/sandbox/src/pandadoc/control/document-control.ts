import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import { fill } from '../documents/fields.js';
import { findDocument } from '../documents/find-document.js';
import { touch } from '../documents/move-status.js';
import { showGrandTotal } from '../documents/show-document.js';
import { currentTokens } from '../documents/tokens.js';
import { notFound, requestError } from '../http/api-error.js';
import { parse } from '../http/read-body.js';
import type { Document } from '../model/document.js';
import { followCurrency } from '../pricing/show-pricing.js';
import type { PandaDocWorld } from '../state.js';
import { emitDocumentEvent } from '../webhooks/emit-event.js';
import { act, Act, Actor, possibleActs } from './act-as-people.js';
import { BlockEdit, editBlock } from './edit-block.js';
import { addRow, editRow, NewRow, removeRow, RowEdit } from './edit-rows.js';

const Moment = z.iso.datetime();
const DocumentEdit = z.strictObject({
  name: z.string().min(1).optional(),
  date_created: Moment.optional(),
  date_modified: Moment.optional(),
  date_sent: Moment.nullable().optional(),
  date_completed: Moment.nullable().optional(),
  expiration_date: Moment.nullable().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  approval_required: z.boolean().optional(),
  payment_required: z.boolean().optional(),
  /** An editing lock for so many seconds; 0 takes it away. */
  lock_seconds: z.number().min(0).optional(),
});

const Values = z.record(z.string(), z.json());

type ById = { Params: { id: string } };
type ByRow = { Params: { id: string; row_id: string } };
type ByBlock = { Params: { id: string; block: string } };

/** What senders, recipients and approvers do in PandaDoc's own screens. */
export function documentControl(world: PandaDocWorld): FastifyPluginCallback {
  const find = (id: string) => findDocument(world, id);
  const edited = (document: Document) => {
    followCurrency(document);
    touch(world, document, 'content');
    return show(document);
  };

  return (app, _options, done) => {
    app.get('/documents', () => world.state.documents.filter(({ deleted }) => !deleted).map(summary));
    app.get<ById>('/documents/:id', (request) => show(find(request.params.id)));

    app.patch<ById>('/documents/:id', (request) => {
      const document = find(request.params.id);
      editDocument(world, document, parse(DocumentEdit, request.body));
      return show(document);
    });

    app.post<{ Params: { id: string; act: string } }>('/documents/:id/:act', (request) => {
      const document = find(request.params.id);
      const what = Act.safeParse(request.params.act);
      if (!what.success) throw notFound();
      act(world, document, what.data, parse(Actor, request.body));
      return show(document);
    });

    app.patch<ById>('/documents/:id/fields', (request) => {
      const document = find(request.params.id);
      for (const [key, value] of Object.entries(parse(Values, request.body))) {
        const named = document.fields.filter((field) => [field.merge_field, field.field_id, field.uuid].includes(key));
        if (named.length === 0) throw requestError({ [key]: ['No field has this merge field, field id or uuid.'] });
        for (const field of named) fill(field, value);
      }
      touch(world, document);
      return show(document);
    });

    app.post<ById>('/documents/:id/rows', (request, reply) => {
      const document = find(request.params.id);
      const rowId = addRow(document, parse(NewRow, request.body));
      return reply.code(201).send({ row_id: rowId, document: edited(document) });
    });
    app.patch<ByRow>('/documents/:id/rows/:row_id', (request) => {
      const document = find(request.params.id);
      editRow(document, request.params.row_id, parse(RowEdit, request.body));
      return edited(document);
    });
    app.delete<ByRow>('/documents/:id/rows/:row_id', (request) => {
      const document = find(request.params.id);
      removeRow(document, request.params.row_id);
      return edited(document);
    });

    app.patch<ByBlock>('/documents/:id/blocks/:block', (request) => {
      const document = find(request.params.id);
      editBlock(document, request.params.block, parse(BlockEdit, request.body));
      return edited(document);
    });
    app.post<ByBlock>('/documents/:id/quotes/:block/save', (request) => {
      const document = find(request.params.id);
      if (!document.quotes.some(({ id }) => id === request.params.block)) throw notFound();
      touch(world, document, 'content');
      emitDocumentEvent(world, 'quote_updated', document);
      return show(document);
    });
    done();
  };
}

function editDocument(world: PandaDocWorld, document: Document, edit: z.output<typeof DocumentEdit>): void {
  const { lock_seconds: lockSeconds, metadata, ...plain } = edit;
  touch(world, document);
  Object.assign(document, Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)));
  Object.assign(document.metadata, metadata);
  if (lockSeconds === undefined) return;
  const expiresAt = new Date(world.now().getTime() + lockSeconds * 1000).toISOString();
  const userId = world.state.members[0]?.user_id ?? '';
  document.lock =
    lockSeconds === 0 ? null : { locked_by_user_id: userId, lock_type: 'wopi_editing', expires_at: expiresAt };
}

function summary(document: Document) {
  return {
    id: document.id,
    name: document.name,
    status: document.status,
    template: document.template,
    date_modified: document.date_modified,
    linked_objects: document.linked_objects,
    grand_total: showGrandTotal(document),
  };
}

function show(document: Document) {
  return {
    ...document,
    tokens: currentTokens(document),
    grand_total: showGrandTotal(document),
    possible_acts: possibleActs(document),
  };
}
