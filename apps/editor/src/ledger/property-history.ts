import type { Effect } from '../api/generated/types.gen.js';

/** All that was done to one property of one thing, newest first. */
export interface PropertyHistory {
  key: string;
  target: Effect['target'];
  property: string;
  changes: Effect[];
}

/** Applied changes by thing and property, those that changed last first. */
export function propertyHistories(effects: readonly Effect[]): PropertyHistory[] {
  const histories = new Map<string, PropertyHistory>();
  for (const effect of effects) {
    const { target, property } = effect;
    if (property === null || effect.status !== 'applied') continue;
    const key = [target.connector, target.type, target.id, property].join('/');
    const history = histories.get(key) ?? { key, target, property, changes: [] };
    history.changes.push(effect);
    histories.set(key, history);
  }
  return [...histories.values()];
}
