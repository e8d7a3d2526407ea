import type { Effect } from '../api/generated/types.gen.js';

/** One entry in the life of a property. */
export type PropertyMoment =
  | { kind: 'ours'; key: string; effect: Effect }
  /** Between two of our changes it became something else: by a person, or by another program. */
  | { kind: 'outside'; key: string; before: unknown; after: unknown; since: string; until: string };

/** All that was done to one property of one thing, newest first. */
export interface PropertyHistory {
  key: string;
  target: Effect['target'];
  property: string;
  moments: PropertyMoment[];
}

/** Changes that were made, by thing and property, those that changed last first. @param effects newest first */
export function propertyHistories(effects: readonly Effect[]): PropertyHistory[] {
  const histories = new Map<string, PropertyHistory>();
  for (const effect of effects) {
    const { target, property } = effect;
    if (property === null || effect.status === 'planned') continue;
    const key = [target.connector, target.type, target.id, property].join('/');
    const history = histories.get(key) ?? { key, target, property, moments: [] };
    const later = history.moments.at(-1);
    if (later?.kind === 'ours' && !isSame(effect.after, later.effect.before))
      history.moments.push({
        kind: 'outside',
        key: `before ${later.key}`,
        before: effect.after,
        after: later.effect.before,
        since: instantOf(effect),
        until: instantOf(later.effect),
      });
    history.moments.push({ kind: 'ours', key: effect.id, effect });
    histories.set(key, history);
  }
  return [...histories.values()];
}

export const instantOf = ({ applied_at: appliedAt, planned_at: plannedAt }: Effect): string => appliedAt ?? plannedAt;

/** Nothing and "" are the same, and remotes spell numbers in their own way: "12" written is "12.000" read. */
function isSame(one: unknown, other: unknown): boolean {
  const [a, b] = [textOf(one), textOf(other)];
  return a === b || (a !== '' && b !== '' && Number(a) === Number(b));
}

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
