import { Injectable, Logger } from '@nestjs/common';
import { ConnectorError, type Connector, type FoundSubject } from '@tandem/connectors';
import { number, said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/catalogue.js';
import { Connections } from '../connections/connections.js';
import { NotConnected } from '../connections/not-connected.js';
import { knownSubjects, type KnownSubject } from './subjects.js';

/** A person waits: what a remote has not said by then is left out, and said. */
const PATIENCE_MS = 4_000;

export interface SubjectHit extends KnownSubject {
  /** Tandem has dealt with it, so it has a history here. */
  known: boolean;
}

export interface Hits {
  items: SubjectHit[];
  /** Which systems could not be asked, and why. */
  silent: { connector: string; title: string; reason: string }[];
}

/** Finds deals and documents: those in the ledger, and those that only the remotes know by name or e-mail. */
@Injectable()
export class SearchSubjects {
  private readonly logger = new Logger('Search');

  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: Catalogue,
    private readonly connections: Connections,
  ) {}

  /** @param text a name or its beginning, an id, or an e-mail, which Tandem stores nowhere and so always asks for */
  async find(text: string, limit: number): Promise<Hits> {
    const silent: Hits['silent'] = [];
    const able = this.catalogue.connectors.filter((connector) => 'find' in connector);
    const [known, ...found] = await Promise.all([
      knownSubjects(this.dataSource.manager, text, limit),
      ...able.map((connector) => this.ask(connector, text, limit, silent)),
    ]);
    return { items: merge(known, found.flat(), await this.knownAmong(found.flat())).slice(0, limit), silent };
  }

  private async ask(
    connector: Connector,
    text: string,
    limit: number,
    silent: Hits['silent'],
  ): Promise<FoundSubject[]> {
    const { key, title } = connector;
    try {
      const asked = this.connections.use(key, ({ gateway }) =>
        connector.find ? connector.find(gateway, text, limit) : Promise.resolve([]),
      );
      return await soon(asked, title);
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      if (!(error instanceof NotConnected)) this.logger.warn(`${title} could not be searched: ${error.errorClass}`);
      silent.push({ connector: key, title, reason: error.message });
      return [];
    }
  }

  private async knownAmong(found: FoundSubject[]): Promise<ReadonlySet<string>> {
    if (found.length === 0) return new Set();
    const rows: { kind: string; id: string }[] = await this.dataSource.query(
      `select kind, id from subject where id = any($1)`,
      [found.map(({ id }) => id)],
    );
    return new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
  }
}

/** Each once, with the name that the remote gives it now; those with a history first. */
export function merge(
  known: readonly KnownSubject[],
  found: readonly FoundSubject[],
  alsoKnown: ReadonlySet<string>,
): SubjectHit[] {
  const hits = new Map<string, SubjectHit>();
  for (const subject of known) hits.set(`${subject.kind} ${subject.id}`, { ...subject, known: true });
  for (const { type, id, name } of found) {
    const key = `${type} ${id}`;
    hits.set(key, { kind: type, id, name, known: hits.has(key) || alsoKnown.has(key) });
  }
  const all = [...hits.values()];
  return [...all.filter((hit) => hit.known), ...all.filter((hit) => !hit.known)];
}

async function soon<T>(asked: Promise<T>, title: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        new ConnectorError('transient', said`${title} did not answer within ${number(PATIENCE_MS / 1000)} seconds.`),
      );
    }, PATIENCE_MS);
  });
  // A late refusal has nobody left to tell.
  asked.catch(() => undefined);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
