import type { Change, Note } from './plan.js';
import { type Said, said } from './said.js';
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

export const quoted = (value: string | null | undefined): Said =>
  value === null || value === undefined || value === '' ? said`nothing` : said`“${value}”`;
