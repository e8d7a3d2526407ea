import type { Json } from '@tandem/recipes';
import type { Change } from '../sdk/plan.js';

export type TargetType = 'deal' | 'company' | 'contact' | 'line_item' | 'note' | 'task' | 'file';

interface Target {
  type: TargetType;
  id: string | null;
  label?: string | undefined;
  /** Of its amounts. */
  currency?: string | null;
}

const targetOf = ({ type, id, label, currency }: Target): Change['target'] => ({
  connector: 'hubspot',
  type,
  id,
  ...(label === undefined || label === '' ? {} : { label }),
  ...(currency === undefined || currency === null ? {} : { currency }),
});

export const propertyChange = (target: Target, property: string, before: Json, after: Json): Change => ({
  target: targetOf(target),
  operation: 'update',
  property,
  before,
  after,
});

export const creation = (target: Omit<Target, 'id'>, after: Json): Change => ({
  target: targetOf({ ...target, id: null }),
  operation: 'create',
  property: null,
  before: null,
  after,
});

export const deletion = (target: Target, before: Json): Change => ({
  target: targetOf(target),
  operation: 'delete',
  property: null,
  before,
  after: null,
});

/** A planned creation, once the remote has given it an id. */
export const withId = (change: Change, id: string): Change => ({ ...change, target: { ...change.target, id } });
