import type { Json } from '@tandem/recipes';
import { createHash } from 'node:crypto';

interface Happening {
  id: string;
  status?: string | null | undefined;
  date_modified?: string | null | undefined;
  action_by?: { id?: string | null | undefined } | null | undefined;
}

/**
 * Deliveries are repeated, their event id is younger than some accounts, and some never come: what happened to whom,
 * and when, tells. `event` is PandaDoc's name of it; `whole` stands in where it does not say when.
 */
export function identityOf(event: string, data: Happening, whole?: Json): string {
  const parts =
    data.date_modified == null
      ? [event, JSON.stringify(whole)]
      : [event, data.id, data.status ?? '', data.date_modified, data.action_by?.id ?? ''];
  return createHash('sha256').update(parts.join('|')).digest('hex');
}
