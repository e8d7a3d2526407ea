import type { Change, Note } from './plan.js';
import { date, money, number, type Said, said } from './said.js';
import type { NetChange } from './undo.js';

/** What an undo does about one change of the ledger. */
export type Verdict =
  | { is: 'restored'; ids: string[]; change: Change }
  /** It is as it was before, whoever put it back. */
  | { is: 'already'; ids: string[]; note?: Note }
  | { is: 'left'; note: Note };

type Named = Pick<NetChange, 'target' | 'property'>;

export const left = (net: Named, why: Said): Verdict => ({
  is: 'left',
  note: { subject: subjectOf(net), message: said`Left as it is: ${why}` },
});

/** For people: the thing, and which of its properties. */
export function subjectOf({ target, property }: Named): string {
  const name = target.label ?? `${target.type.replaceAll('_', ' ')} ${target.id ?? ''}`.trim();
  return property === null ? name : `${name}, ${property}`;
}

export type ValueKind = 'text' | 'number' | 'money' | 'date';

/** Why a value stays: it is no longer the one that was written. */
export function changedSince(value: string | null | undefined, kind: ValueKind, currency?: string): Said {
  if (value === null || value === undefined || value === '') return said`it has been emptied since.`;
  if (kind === 'number') return said`it has been changed to ${number(value)} since.`;
  if (kind === 'money') return said`it has been changed to ${money(value, currency ?? null)} since.`;
  if (kind === 'date') return said`it has been changed to ${date(value)} since.`;
  return said`it has been changed to “${value}” since.`;
}
