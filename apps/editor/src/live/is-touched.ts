import type { QueryKey } from '@tanstack/react-query';
import type { News } from './live-stream.js';

/** Read once and kept: pages of a list change only when a person asks, previews when they are made anew. */
const KEPT = new Set(['pages', 'retry-preview']);
const LIVE = new Set(['runs', 'ledger', 'events', 'connections', 'automations', 'audit', 'recipes']);

/** Whether what a query shows may be out of date after such news. */
export function isTouched([name, part, id]: QueryKey, news: News): boolean {
  if (typeof name !== 'string' || !LIVE.has(name) || (name === 'runs' && KEPT.has(String(part)))) return false;
  // One recipe belongs to whoever edits it; of the list of all, the key has no further part.
  if (name === 'recipes' && part !== undefined) return false;
  if (news === 'anything' || news.more) return true;
  const { runs, events, connections, deeds } = news;
  const isDone = (what: string): boolean => deeds.some(({ action }) => action.startsWith(`${what}.`));
  switch (name) {
    case 'runs':
      return part === 'one' ? runs.some((run) => run.id === id) : runs.length > 0;
    case 'ledger':
      return runs.length > 0 || events.length > 0;
    case 'events':
      return events.length > 0;
    case 'connections':
      return connections.length > 0;
    case 'automations':
      return isDone('automation') || isDone('recipe');
    case 'recipes':
      return isDone('recipe');
    default:
      return deeds.length > 0;
  }
}
