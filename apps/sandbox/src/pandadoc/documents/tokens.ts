import { Decimal } from 'decimal.js';
import type { Document, Recipient } from '../model/document.js';
import { money } from '../pricing/adjust.js';
import { totalDocument } from '../pricing/total-document.js';
import { countedRows, totalTable } from '../pricing/total-table.js';

type Token = { name: string; value: string };

/** Gives known variables new values and adds the others. */
export function setTokens(document: Document, tokens: Token[]): void {
  for (const { name, value } of tokens) {
    const known = document.tokens.find((token) => token.name === name);
    if (known) known.value = value;
    else document.tokens.push({ name, value });
  }
}

/** All variables with what they say now; those of the system, of roles and of tables are worked out unless set. */
export function currentTokens(document: Document): Token[] {
  return document.tokens.map(({ name, value }) => ({ name, value: value === '' ? workedOut(document, name) : value }));
}

function workedOut(document: Document, name: string): string {
  if (name === 'Document.GrandTotal') {
    return new Intl.NumberFormat('en-US', { style: 'currency', currency: document.currency }).format(
      totalDocument(document).toNumber(),
    );
  }
  const dot = name.lastIndexOf('.');
  const [group, property] = [name.slice(0, dot), name.slice(dot + 1)];
  const recipient = document.recipients.find(({ role }) => role !== '' && role === group);
  return recipient ? ofRecipient(recipient, property) : ofTable(document, group, property);
}

function ofRecipient(recipient: Recipient, property: string): string {
  const values = new Map([
    ['FirstName', recipient.first_name],
    ['LastName', recipient.last_name],
    ['Email', recipient.email],
    ['Phone', recipient.phone],
  ]);
  return values.get(property) ?? '';
}

function ofTable(document: Document, name: string, property: string): string {
  const table = document.tables.find((one) => one.name === name);
  if (!table) return '';
  const totals = totalTable(table);
  const quantity = countedRows(table).reduce((total, row) => total.plus(row.qty), new Decimal(0));
  const values = new Map([
    ['Quantity', quantity],
    ['Subtotal', totals.subtotal],
    ['Total', totals.total],
    ['Discount', totals.discount],
    ['Tax', totals.tax],
  ]);
  const value = values.get(property);
  return value ? money(value) : '';
}
