import { Decimal } from 'decimal.js';
import type { Problem } from '../../sdk/connector-error.js';
import type { Note } from '../../sdk/plan.js';
import type { PricingRow } from '../../sdk/pricing-row.js';
import { money, number, said } from '../../sdk/said.js';
import { discountPerUnit, minorDigits, roundMoney, type Line } from '../money.js';
import type { PropertyDefinition } from '../properties/definition.js';
import { sameValue } from '../properties/property-value.js';
import { resolveProperty } from '../properties/resolve-name.js';
import { convertAll, type PropertyUpdate, type WantedValue } from '../properties/write-set.js';
import type { PropertyValues } from '../records.js';
import { decimalOf, isCustom } from './read-items.js';
import { nameOf, skuOf, nameOfRow } from './row-content.js';

interface WantedProperty {
  property: string;
  type: string;
  fieldType: string;
  value: string;
}

/** A line item as one row of the document wants it. */
export interface WantedItem {
  properties: WantedProperty[];
  /** Its absolute discount, off the whole line. */
  offLine: Decimal | null;
  quantity: Decimal;
  notes: Note[];
  problems: Problem[];
}

/** @param currency of the deal */
export function wantedItem(
  row: PricingRow,
  definitions: readonly PropertyDefinition[],
  currency: string | null,
): WantedItem {
  const columns = wantedColumns(row, definitions);
  const discount = wantedDiscount(row, minorDigits(currency));
  const text = { type: 'string', fieldType: 'text' };
  const numeric = { type: 'number', fieldType: 'number' };
  return {
    properties: [
      { property: 'name', value: nameOf(row), ...text },
      { property: 'hs_sku', value: skuOf(row), ...text },
      { property: 'description', value: row.description ?? '', ...text },
      { property: 'price', value: new Decimal(row.price).toFixed(), ...numeric },
      { property: 'quantity', value: new Decimal(row.quantity).toFixed(), ...numeric },
      { property: 'discount', value: discount.perUnit, ...numeric },
      { property: 'hs_discount_percentage', value: discount.percent, ...numeric },
      ...columns.properties,
    ],
    offLine: discount.offLine,
    quantity: new Decimal(row.quantity),
    notes: [...columns.notes, ...discount.notes],
    problems: [...problemsOfRow(row, currency), ...columns.problems],
  };
}

/** The line as money, from the document itself rather than from rounded discounts. */
export function lineOfRow(row: PricingRow): Line {
  return {
    price: new Decimal(row.price),
    quantity: new Decimal(row.quantity),
    discount: row.discount === null ? null : { type: row.discount.type, value: new Decimal(row.discount.value) },
  };
}

function problemsOfRow(row: PricingRow, currency: string | null): Problem[] {
  const problems: Problem[] = [];
  if (new Decimal(row.price).isNegative()) {
    problems.push({
      subject: nameOfRow(row),
      message: said`Price (price): HubSpot takes no negative price (${money(row.price, currency)})`,
    });
  }
  if (row.discount?.type === 'percent') {
    const percent = new Decimal(row.discount.value);
    if (percent.lessThan(0) || percent.greaterThan(100)) {
      const message = said`Discount (hs_discount_percentage): ${number(row.discount.value)} is not between 0 and 100`;
      problems.push({ subject: nameOfRow(row), message });
    }
  }
  return problems;
}

/** HubSpot keeps a percentage or an amount per unit; the one that is not meant is cleared. */
function wantedDiscount(
  row: PricingRow,
  digits: number,
): { perUnit: string; percent: string; offLine: Decimal | null; notes: Note[] } {
  const none = { perUnit: '', percent: '', offLine: null, notes: [] };
  if (row.discount === null) return none;
  const value = new Decimal(row.discount.value);
  if (value.isZero()) return none;
  if (row.discount.type === 'percent') return { ...none, percent: value.toFixed() };
  const perUnit = discountPerUnit(value, new Decimal(row.quantity), digits);
  if (perUnit !== null) return { ...none, perUnit: perUnit.toFixed(), offLine: value };
  const message = said`The discount was left out: HubSpot keeps discounts per unit, and the quantity is 0.`;
  return { ...none, notes: [{ subject: nameOfRow(row), message }] };
}

/** Custom columns go to the properties that the account added itself; others have their own place or none. */
function wantedColumns(row: PricingRow, definitions: readonly PropertyDefinition[]) {
  const custom = definitions.filter(isCustom);
  const wanted = new Map<string, WantedValue>();
  const notes: Note[] = [];
  const problems: Problem[] = [];
  for (const { name, value } of row.columns) {
    const resolved = resolveProperty(custom, name, 'line item');
    const subject = said`${row.place}, column "${name}"`;
    if (resolved.found === null) {
      if (resolved.candidates.length > 0) {
        problems.push({ subject, message: said`several line item properties fit: ${resolved.candidates.join(', ')}` });
      } else {
        notes.push({
          subject: said`Column "${name}"`,
          message: said`Left out: it names no custom line item property in HubSpot.`,
        });
      }
      continue;
    }
    if (!wanted.has(resolved.found.name)) wanted.set(resolved.found.name, { subject, property: resolved.found, value });
  }
  const converted = convertAll([...wanted.values()]);
  const properties = converted.values.map(({ property, value }) => ({
    property: property.name,
    type: property.type,
    fieldType: property.fieldType,
    value,
  }));
  return { properties, notes, problems: [...problems, ...converted.problems] };
}

/** What would have to be written so that the item says what is wanted. */
export function itemDifferences(wanted: WantedItem, current: PropertyValues, digits: number): PropertyUpdate[] {
  return wanted.properties
    .filter((one) => !alreadySo(one, wanted, current[one.property], digits))
    .map(({ property, value }) => ({ property, before: current[property] ?? null, after: value }));
}

function alreadySo(
  one: WantedProperty,
  wanted: WantedItem,
  current: string | null | undefined,
  digits: number,
): boolean {
  const isDiscount = one.property === 'discount' || one.property === 'hs_discount_percentage';
  if (isDiscount && one.value === '') return decimalOf(current).isZero();
  if (one.property === 'discount' && wanted.offLine !== null) {
    // HubSpot may keep fewer decimals than we sent: the money off the line is what counts.
    const kept = decimalOf(current).times(wanted.quantity);
    return roundMoney(kept, digits).equals(roundMoney(wanted.offLine, digits));
  }
  return sameValue(one, current, one.value);
}
