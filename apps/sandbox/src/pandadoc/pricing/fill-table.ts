import { z } from 'zod';
import { validationError } from '../http/api-error.js';
import { Adjustment, Currency, DecimalText, type PricingTable, type TableSection } from '../model/template.js';
import { checked, readRow } from './read-row.js';
import type { SectionInput, TableInput } from './table-input.js';

const NamedAdjustment = z
  .object({ type: Adjustment.shape.type, name: z.string().optional(), value: DecimalText })
  .loose();
const kinds = { discount: 'discounts', tax: 'taxes', fee: 'fees' } as const;

/**
 * Puts sent tables into the document's tables of the same names. Sent sections replace all rows; a table whose
 * "Automatically add products" is off takes options only. A name the document does not have is a 400.
 */
export function fillTables(tables: PricingTable[], inputs: TableInput[]): void {
  for (const input of inputs) {
    const table = tables.find(({ name }) => name === input.name);
    if (!table) throw validationError({ pricing_tables: [`Pricing table "${input.name}" does not exist.`] });
    fillTable(table, input);
  }
}

function fillTable(table: PricingTable, input: TableInput): void {
  for (const [key, value] of Object.entries(input.options)) {
    const kind = Object.entries(kinds).find(([name]) => name === key.toLowerCase())?.[1];
    if (key.toLowerCase() === 'currency') table.currency = checked(Currency, value, key);
    if (kind && value !== null) {
      const { type, name, value: amount } = checked(NamedAdjustment, value, key);
      table[kind] = { [name ?? key]: { type, value: amount } };
    }
  }
  if (input.sections && table.automatically_add_products) {
    table.sections = input.sections.map((section) => readSection(section, table, input.data_merge));
  }
}

function readSection(input: SectionInput, table: PricingTable, dataMerge: boolean): TableSection {
  const section = {
    title: input.title,
    default: input.default,
    multichoice_enabled: input.multichoice_enabled,
    rows: input.rows.map((row) => readRow(row, table, dataMerge)),
  };
  if (section.multichoice_enabled) pickOne(section);
  return section;
}

/** A multiple-choice section has no optional rows and exactly one choice: the first that is marked, or the first. */
export function pickOne(section: TableSection): void {
  const picked = section.rows.find((row) => row.multichoice_selected) ?? section.rows[0];
  for (const row of section.rows) {
    row.optional = false;
    row.multichoice_selected = row === picked;
  }
}
