import type { IncomingEvent } from '@tandem/connectors';

/** The deal where it is known, else the subject: what is about one deal happens one at a time and in order. */
export function laneOf(event: Pick<IncomingEvent, 'dealId' | 'subject'>): string {
  return event.dealId ? `deal:${event.dealId}` : `${event.subject.type}:${event.subject.id}`;
}
