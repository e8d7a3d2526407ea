import type { Json } from '../json.js';

/**
 * What has happened at a path of a run. Paths name steps as they ran: `document`, or `each[3].update` for the fourth
 * item of the loop `each`; branches and tries add nothing. Where a path has several answers, the last one counts,
 * so a retry is one more entry.
 */
export type JournalEntry =
  | { path: string; kind: 'output'; output: Json }
  | { path: string; kind: 'error'; error: { class: string; message: string } }
  /** The instant at which a wait began: answers `begin_wait`. */
  | { path: string; kind: 'waiting'; since: string }
  | { path: string; kind: 'waited'; event: Json; timed_out: boolean };

export type EntryOf<Kind extends JournalEntry['kind']> = Extract<JournalEntry, { kind: Kind }>;

/** Looks up what a command was answered; a command and its answer meet by path and kind. */
export class Journal {
  private readonly entries = new Map<string, JournalEntry>();

  constructor(entries: Iterable<JournalEntry>) {
    for (const entry of entries) this.entries.set(keyOf(entry), entry);
  }

  /** The answer to a `begin_wait`, or to any other command, at this path. */
  find(path: string, asked: 'beginning' | 'result'): JournalEntry | undefined {
    return this.entries.get(asked === 'beginning' ? `${path} waiting` : path);
  }
}

function keyOf(entry: JournalEntry): string {
  return entry.kind === 'waiting' ? `${entry.path} waiting` : entry.path;
}
