import type { Json } from '@tandem/recipes';
import { z } from 'zod';
import { ConnectorError } from '../../sdk/connector-error.js';
import type { Change, Note, Plan } from '../../sdk/plan.js';
import type { LineItem } from '../../sdk/pricing-row.js';
import { number, said } from '../../sdk/said.js';
import type { DocumentDetails } from '../answers/document-answer.js';
import { blocksOf, currencyOfBlock, rowsOfBlock, type Block, type TableBlock } from './blocks.js';
import { currencyChange, rowChangesOf } from './changes.js';
import { decide, type Decisions } from './decide.js';
import type { RememberedRows } from './match-rows.js';
import { quoteBody } from './quote-body.js';
import { columnsAtRisk, tableBody } from './table-body.js';
import type { TokenChange } from './tokens.js';

/** What is sent, in this order; journalled inside the plan. */
export const FillData = z.strictObject({
  patch: z.record(z.string(), z.json()).nullable(),
  quotes: z.array(z.strictObject({ id: z.string(), body: z.record(z.string(), z.json()) })),
});
export type FillData = z.infer<typeof FillData>;

const Remembered = z.object({ rows: z.record(z.string(), z.string()) });

export const rememberedRows = (remembered: Json | undefined): RememberedRows =>
  Remembered.safeParse(remembered).data?.rows ?? {};

interface Wanted {
  tokens: readonly TokenChange[];
  lineItems: readonly LineItem[];
  /** null leaves the document's alone. */
  currency: string | null;
}

/** The whole import as a plan: variables, currency and pricing rows of a draft follow the deal. */
export function planFill(details: DocumentDetails, wanted: Wanted, remembered: RememberedRows): Plan {
  const blocks = blocksOf(details.pricing);
  const decisions = decide(blocks, wanted.lineItems, remembered);
  const writes = blocks.filter((block) => mustBeWritten(block, decisions, wanted.currency));
  refuseUnlessWritable(writes, blocks);
  const currencyOf = (block: Block) => newCurrency(block, wanted.currency);
  const data = fillData(writes, decisions, { tokens: wanted.tokens, currencyOf });
  return {
    changes: [
      ...wanted.tokens.map((token) => tokenChange(details, token)),
      ...blocks.flatMap((block) => currencyChange(block, newCurrency(block, wanted.currency))),
      ...rowChangesOf(blocks, decisions, (block) => wanted.currency ?? currencyOfBlock(block)),
    ],
    notes: [...notesOn(writes), ...unplacedNote(details, blocks, wanted.lineItems)],
    data,
    remember: { rows: decisions.remember },
  };
}

function mustBeWritten(block: Block, { fates, added }: Decisions, currency: string | null): boolean {
  return (
    newCurrency(block, currency) !== null ||
    added.some((addition) => addition.block === block) ||
    rowsOfBlock(block).some((row) => fates.get(row)?.is !== 'kept')
  );
}

const newCurrency = (block: Block, wanted: string | null): string | null =>
  wanted === null || wanted === currencyOfBlock(block) ? null : wanted;

/** What to send so that these blocks say what was decided; `currencyOf` a block is null where it stays. */
export function fillData(
  writes: readonly Block[],
  { fates, added }: Pick<Decisions, 'fates' | 'added'>,
  { tokens, currencyOf }: { tokens: readonly TokenChange[]; currencyOf: (block: Block) => string | null },
): FillData {
  const edit = <Kind extends Block>(block: Kind) => ({
    block,
    fates,
    added: added.filter((addition) => addition.block === block),
    currency: currencyOf(block),
  });
  const tables = writes.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const { added: additions, ...rest } = edit(block);
    return [tableBody({ ...rest, added: additions.map(({ lineItem }) => lineItem) })];
  });
  const patch = {
    ...(tokens.length === 0 ? {} : { tokens: tokens.map(({ name, after }) => ({ name, value: after })) }),
    ...(tables.length === 0 ? {} : { pricing_tables: tables }),
  };
  return {
    patch: Object.keys(patch).length === 0 ? null : patch,
    quotes: writes.flatMap((block) =>
      block.kind === 'quote' ? [{ id: block.quote.id, body: quoteBody(edit(block)) }] : [],
    ),
  };
}

const tokenChange = ({ id, name: label }: DocumentDetails, { name, before, after }: TokenChange): Change => ({
  target: { connector: 'pandadoc', type: 'document', id, label },
  operation: 'update',
  property: `tokens.${name}`,
  before,
  after,
});

/** PandaDoc finds tables by name and does not tell where one multiple-choice section ends and the next begins. */
export function refuseUnlessWritable(writes: readonly Block[], blocks: readonly Block[]): void {
  for (const block of writes) if (block.kind === 'table') refuseUnlessTableIsWritable(block, blocks);
}

function refuseUnlessTableIsWritable({ table, place }: TableBlock, blocks: readonly Block[]): void {
  const namesakes = blocks.filter((block) => block.kind === 'table' && block.table.name === table.name);
  if (table.name === '' || namesakes.length > 1) {
    throw new ConnectorError(
      'conflict',
      said`PandaDoc finds pricing tables by their name, and "${place}" is not the only one.`,
      {
        remedy: said`Give every pricing table of the template a name of its own.`,
      },
    );
  }
  if (!hasTwoChoicesSideBySide(table.items)) return;
  throw new ConnectorError(
    'conflict',
    said`"${place}" has several multiple-choice sections side by side, which PandaDoc does not tell apart.`,
    { remedy: said`Change the products of this table by hand, or put a plain section between the choices.` },
  );
}

function hasTwoChoicesSideBySide(rows: TableBlock['table']['items']): boolean {
  let selected = 0;
  for (const { options } of rows) {
    if (!options.multichoice_enabled) selected = 0;
    else if (options.multichoice_selected) selected += 1;
    if (selected > 1) return true;
  }
  return false;
}

/** What writing these blocks may cost, because PandaDoc does not tell all of them. */
export function notesOn(writes: readonly Block[]): Note[] {
  return writes.flatMap((block): Note[] => {
    if (block.kind !== 'table') return [];
    const notes: Note[] = [];
    if (block.table.items.some(({ options }) => options.multichoice_enabled)) {
      const message = said`PandaDoc does not tell the titles of its sections; the multiple-choice one is now called "Options".`;
      notes.push({ subject: block.place, message });
    }
    const atRisk = columnsAtRisk(block);
    if (atRisk.length > 0) {
      const message = said`The values of ${atRisk.join(', ')} may have to be entered again: the columns have no external names.`;
      notes.push({ subject: block.place, message });
    }
    return notes;
  });
}

function unplacedNote({ name }: DocumentDetails, blocks: readonly Block[], lineItems: readonly LineItem[]): Note[] {
  if (blocks.length > 0 || lineItems.length === 0) return [];
  const message =
    lineItems.length === 1
      ? said`The product of the deal did not go in: it has no pricing table and no quote.`
      : said`The ${number(lineItems.length)} products of the deal did not go in: it has no pricing table and no quote.`;
  return [{ subject: name, message }];
}
