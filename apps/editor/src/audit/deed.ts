import type { AuditPage } from '../api/generated/types.gen.js';

export type AuditEntry = AuditPage['items'][number];

/** What an entry is about, as far as the page can lead there. */
export interface AuditSubject {
  recipe?: string;
  template?: string;
  connector?: string;
  backfill?: string;
}

/** Reads `recipe import-from-crm, template 8Hk…`, `connection hubspot` and `backfill 01a2…`. */
export function subjectOf(subject: string): AuditSubject {
  const [, recipe] = /^recipe ([a-z0-9-]+)/.exec(subject) ?? [];
  const [, template] = /, template (\S+)$/.exec(subject) ?? [];
  const [, connector] = /^connection (\S+)/.exec(subject) ?? [];
  const [, backfill] = /^backfill (\S+)$/.exec(subject) ?? [];
  return {
    ...(backfill === undefined ? {} : { backfill }),
    ...(recipe === undefined ? {} : { recipe }),
    ...(template === undefined ? {} : { template }),
    ...(connector === undefined ? {} : { connector }),
  };
}

/** One value that differs, by the way to it. */
export interface Difference {
  path: string[];
  before: unknown;
  after: unknown;
}

/** Only what differs between before and after, member by member; lists and single values as a whole. */
export function differences(before: unknown, after: unknown, path: string[] = []): Difference[] {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return [];
  if (!isObject(before) && !isObject(after)) return [{ path, before: before ?? null, after: after ?? null }];
  if (!isMembers(before) || !isMembers(after)) return [{ path, before, after }];
  const [was, is] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) =>
    differences(was[key], is[key], [...path, key]),
  );
}

/** What is worth telling: not what the name of the deed says already, nor what a new thing was made without. */
export function tellingDifferences({ action, before, after }: AuditEntry): Difference[] {
  const isSaid = (way: string): boolean => way === 'enabled' || (way === 'status' && action.startsWith('backfill.'));
  return differences(before, after).filter(
    (difference) => !isSaid(difference.path.join('.')) && !(before === null && isNothing(difference.after)),
  );
}

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** `document.waiting_approval` → `waiting approval`; anything else as it is. */
export const bareName = (name: string): string => {
  const [, status] = /^document\.([a-z_]+)$/.exec(name) ?? [];
  return status === undefined ? name : status.replaceAll('_', ' ');
};

const isMembers = (value: unknown): boolean => value === null || value === undefined || isObject(value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
