import type { Note } from '../../sdk/plan.js';
import type { Json } from '@tandem/recipes';
import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { ConnectorError } from '../../sdk/connector-error.js';
import { said } from '../../sdk/said.js';
import { netChanges, UndoInput, UndoOutput, type NetChange } from '../../sdk/undo.js';
import { left, type Verdict } from '../../sdk/verdict.js';
import type { DocumentDetails } from '../answers/document-answer.js';
import { Quote } from '../answers/pricing-answer.js';
import type { PandaDocGateway } from '../client.js';
import { readDetails, readLinkedObjects, refuseUnlessEditable } from '../documents.js';
import { blocksOf, currencyOfBlock, rowsOfBlock, type Block } from '../fill/blocks.js';
import { FillData, fillData, notesOn, refuseUnlessWritable } from '../fill/plan-fill.js';
import { remotePath } from '../remote-path.js';
import { statusLabel } from '../statuses.js';
import { judgeRows, type JudgedRows, type RowCounts } from './judge-rows.js';
import { judgeValues } from './judge-values.js';

const Planned = z.strictObject({
  undone: z.array(z.string()),
  documents: z.array(FillData.extend({ id: z.string() })),
  links: z.array(z.strictObject({ document_id: z.string(), link_id: z.string() })),
});
type Planned = z.infer<typeof Planned>;

const Remembered = z.object({ rows: z.record(z.string(), z.number()) });

interface Judged {
  verdicts: Verdict[];
  notes: Note[];
  documents: Planned['documents'];
  links: Planned['links'];
  rows: RowCounts;
}

export const undo = defineWrite<PandaDocGateway>()({
  key: 'undo',
  title: said`Undo changes`,
  description: said`Takes back what Tandem changed in drafts, except what somebody has changed since.`,
  input: UndoInput,
  output: UndoOutput,
  memoryKey: ({ key }) => key,

  async plan({ gateway, now, remembered }, input) {
    const { changes, cancelled } = netChanges(input.changes);
    const judged: Judged = { verdicts: [], notes: [], documents: [], links: [], rows: {} };
    const counts = Remembered.safeParse(remembered).data?.rows;
    for (const [documentId, ofDocument] of byDocument(changes)) {
      if (documentId === null)
        judged.verdicts.push(...ofDocument.map((net) => left(net, said`its document is not known.`)));
      else await judgeDocument({ gateway, now, counts }, documentId, ofDocument, judged);
    }
    const { verdicts, documents, links, rows } = judged;
    return {
      changes: verdicts.flatMap((verdict) => (verdict.is === 'restored' ? [verdict.change] : [])),
      notes: [...verdicts.flatMap((verdict) => ('note' in verdict ? [verdict.note] : [])), ...judged.notes],
      data: {
        undone: [...cancelled, ...verdicts.flatMap((verdict) => (verdict.is === 'left' ? [] : verdict.ids))],
        documents,
        links,
      },
      ...(Object.keys(rows).length === 0 ? {} : { remember: { rows } as Json }),
    };
  },

  async apply({ gateway }, plan) {
    const { undone, documents, links } = Planned.parse(plan.data);
    for (const { id, patch, quotes } of documents) {
      const path = remotePath`/public/v1/documents/${id}`;
      if (patch !== null) await gateway.writeOnly({ operation: 'document.update', method: 'PATCH', path, body: patch });
      for (const { id: quoteId, body } of quotes) {
        const quotePath = remotePath`/public/v1/documents/${id}/quotes/${quoteId}`;
        await gateway.write({ operation: 'quote.update', method: 'PUT', path: quotePath, body }, Quote);
      }
    }
    for (const { document_id: documentId, link_id: linkId } of links) {
      const path = remotePath`/public/v1/documents/${documentId}/linked-objects/${linkId}`;
      await gateway.writeOnly({ operation: 'linked_objects.delete', method: 'DELETE', path });
    }
    return { output: { undone }, effects: plan.changes };
  },
});

function byDocument(changes: readonly NetChange[]): Map<string | null, NetChange[]> {
  const documents = new Map<string | null, NetChange[]>();
  for (const net of changes) {
    const id = net.target.type === 'document' ? net.target.id : net.document_id;
    documents.set(id, [...(documents.get(id) ?? []), net]);
  }
  return documents;
}

interface Means {
  gateway: PandaDocGateway;
  now: Date;
  counts: RowCounts | undefined;
}

async function judgeDocument(means: Means, id: string, changes: readonly NetChange[], judged: Judged): Promise<void> {
  const details = await detailsOf(means.gateway, id);
  if (details === undefined) {
    judged.verdicts.push(...changes.map((net) => left(net, said`the document is no longer in PandaDoc.`)));
    return;
  }
  const inside: NetChange[] = [];
  for (const net of changes) {
    if (net.operation === 'create' && net.target.type === 'document')
      judged.verdicts.push(left(net, said`Tandem deletes no documents; delete the draft in PandaDoc if it must go.`));
    else if (net.property === 'status')
      judged.verdicts.push(left(net, said`a document that went to its recipients cannot be called back.`));
    else if (net.property === 'deal_id') judged.verdicts.push(await judgeLink(means.gateway, id, net, judged));
    else inside.push(net);
  }
  if (inside.length === 0) return;
  if (details.status !== 'document.draft') {
    const why = said`the document is ${statusLabel(details.status)}, and only drafts can be changed.`;
    judged.verdicts.push(...inside.map((net) => left(net, why)));
    return;
  }
  refuseUnlessEditable(details, means.now);
  judgeInside(details, inside, means.counts, judged);
}

function judgeInside(
  details: DocumentDetails,
  changes: readonly NetChange[],
  counts: RowCounts | undefined,
  judged: Judged,
): void {
  const blocks = blocksOf(details.pricing);
  const isRow = ({ target }: NetChange): boolean => target.type === 'pricing_row';
  const isCurrency = ({ target, property }: NetChange): boolean =>
    property === 'currency' && ['pricing_table', 'quote'].includes(target.type);
  const currencies = judgeCurrencies(blocks, changes.filter(isCurrency), judged);
  const rows = judgeRows(blocks, changes.filter(isRow), counts);
  const values = judgeValues(
    details,
    changes.filter((net) => !isRow(net) && !isCurrency(net)),
  );
  const writes = blocks.filter((block) => currencies.has(block) || isTouched(block, rows));
  refuseUnlessWritable(writes, blocks);
  const { patch, quotes } = fillData(writes, rows, {
    tokens: [],
    currencyOf: (block) => currencies.get(block) ?? null,
  });
  const body = { ...patch, ...values.patch };
  if (Object.keys(body).length > 0 || quotes.length > 0)
    judged.documents.push({ id: details.id, patch: Object.keys(body).length > 0 ? body : null, quotes });
  judged.verdicts.push(...rows.verdicts, ...values.verdicts);
  judged.notes.push(...notesOn(writes));
  Object.assign(judged.rows, rows.counts);
}

const isTouched = (block: Block, { fates, added }: JudgedRows): boolean =>
  added.some((addition) => addition.block === block) || rowsOfBlock(block).some((row) => fates.get(row)?.is !== 'kept');

function judgeCurrencies(blocks: readonly Block[], changes: readonly NetChange[], { verdicts }: Judged) {
  const currencies = new Map<Block, string>();
  for (const net of changes) {
    const block = blocks.find((one) => (one.kind === 'table' ? one.table.id : one.quote.id) === net.target.id);
    const { before } = net;
    if (block === undefined) verdicts.push(left(net, said`it is no longer in the document.`));
    else if (currencyOfBlock(block) === before) verdicts.push({ is: 'already', ids: net.ids });
    else if (currencyOfBlock(block) !== net.after) verdicts.push(left(net, said`the currency has been changed since.`));
    else if (typeof before !== 'string') verdicts.push(left(net, said`PandaDoc lets nobody clear a currency.`));
    else {
      currencies.set(block, before);
      const { target, property, after } = net;
      const change = { target, operation: 'update' as const, property, before: after, after: before };
      verdicts.push({ is: 'restored', ids: net.ids, change });
    }
  }
  return currencies;
}

async function judgeLink(gateway: PandaDocGateway, id: string, net: NetChange, { links }: Judged): Promise<Verdict> {
  const link = (await readLinkedObjects(gateway, id)).find(({ provider }) => provider === 'hubspot');
  if (link === undefined) return { is: 'already', ids: net.ids };
  if (link.entity_id !== net.after || net.before !== null)
    return left(net, said`the document has been linked anew since.`);
  links.push({ document_id: id, link_id: link.id });
  const { target, property, after } = net;
  return {
    is: 'restored',
    ids: net.ids,
    change: { target, operation: 'update', property, before: after, after: null },
  };
}

async function detailsOf(gateway: PandaDocGateway, id: string): Promise<DocumentDetails | undefined> {
  try {
    return await readDetails(gateway, id);
  } catch (error) {
    if (error instanceof ConnectorError && error.errorClass === 'not_found') return undefined;
    throw error;
  }
}
