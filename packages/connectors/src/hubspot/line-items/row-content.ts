import { Decimal } from 'decimal.js';
import type { PricingRow } from '../../sdk/pricing-row.js';
import { digest } from '../marker.js';

const number = (text: string): string => new Decimal(text).toFixed();

export const skuOf = (row: PricingRow): string => row.sku?.trim() ?? '';
export const nameOf = (row: PricingRow): string => row.name.trim();

/** What a row says about its product, without its place: equal for rows that agree. */
export function contentOf(row: PricingRow): string {
  const discount =
    row.discount === null || new Decimal(row.discount.value).isZero()
      ? null
      : [row.discount.type, number(row.discount.value)];
  const columns = row.columns.map(({ name, value }) => [name, value]).sort((a, b) => (String(a) < String(b) ? -1 : 1));
  return digest(
    JSON.stringify([
      skuOf(row),
      nameOf(row),
      row.description ?? '',
      number(row.price),
      number(row.quantity),
      discount,
      columns,
    ]),
    16,
  );
}

/** A row as people find it: by its place and by what it says. */
export const nameOfRow = ({ place, name }: Pick<PricingRow, 'place' | 'name'>): string => `${place} ("${name}")`;
