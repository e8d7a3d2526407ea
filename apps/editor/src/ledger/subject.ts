import type { Effect, EventSummary, RunSummary } from '../api/generated/types.gen.js';

/** What a ledger is about. */
export interface Subject {
  kind: 'deal' | 'document';
  id: string;
}

interface Named {
  events: readonly EventSummary[];
  runs: readonly RunSummary[];
  effects: readonly Effect[];
}

/** The name of the deal or document, from whatever mentions it last. */
export function nameOf({ kind, id }: Subject, { events, runs, effects }: Named): string | undefined {
  const names = [
    ...effects.filter(({ target }) => target.type === kind && target.id === id).map(({ target }) => target.label),
    ...events.filter(({ subject }) => subject.type === kind && subject.id === id).map(({ subject }) => subject.label),
    ...runs.map(({ document, deal_id, deal_name }) =>
      kind === 'deal' ? deal_id === id && deal_name : document?.id === id && document.name,
    ),
  ];
  return names.find((name): name is string => typeof name === 'string' && name !== '');
}

export interface RecentSubject extends Subject {
  name: string | undefined;
  at: string;
}

/** The documents and deals that runs were about, the latest first, each once. */
export function recentSubjects(runs: readonly RunSummary[]): { documents: RecentSubject[]; deals: RecentSubject[] } {
  const documents = new Map<string, RecentSubject>();
  const deals = new Map<string, RecentSubject>();
  for (const { document, deal_id: dealId, deal_name: dealName, created_at: at } of runs) {
    if (document && !documents.has(document.id))
      documents.set(document.id, { kind: 'document', id: document.id, name: document.name ?? undefined, at });
    if (dealId !== null && !deals.has(dealId))
      deals.set(dealId, { kind: 'deal', id: dealId, name: dealName ?? undefined, at });
  }
  return { documents: [...documents.values()], deals: [...deals.values()] };
}
