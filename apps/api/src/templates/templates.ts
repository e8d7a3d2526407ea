import { Injectable } from '@nestjs/common';
import type { TemplateSource, TemplateSummary } from '@tandem/connectors';
import { Clock } from '../clock/clock.js';
import { Connections } from '../connections/connections.js';

const FRESH_MS = 30_000;

interface Kept {
  connectionId: string;
  until: number;
  templates: Promise<TemplateSummary[]>;
}

/** The templates of the connected document system, as it has them now; a list is kept for half a minute. */
@Injectable()
export class Templates {
  private kept: Kept | undefined;

  constructor(
    private readonly connections: Connections,
    private readonly clock: Clock,
  ) {}

  /**
   * Those whose name contains the words, or whose id it is; by name. Throws ConnectorError, of class `auth` when the
   * document system is not connected.
   */
  async search(words: string): Promise<TemplateSummary[]> {
    const wanted = words.trim().toLocaleLowerCase();
    const templates = await this.all();
    return templates.filter(({ id, name }) => name.toLocaleLowerCase().includes(wanted) || id === words.trim());
  }

  /** Those of the ids that there are. Throws as search. */
  async named(ids: readonly string[]): Promise<TemplateSummary[]> {
    const wanted = new Set(ids);
    return (await this.all()).filter(({ id }) => wanted.has(id));
  }

  /** Asks the document system something about its templates. Throws as search. */
  async ask<T>(question: (templates: TemplateSource<unknown>, gateway: unknown) => Promise<T>): Promise<T> {
    const { connector } = await this.connections.openWhere(({ templates }) => templates !== undefined);
    return this.connections.use(connector.key, ({ connector: { templates }, gateway }) => {
      if (!templates) throw new Error(`${connector.title} has no templates`);
      return question(templates, gateway);
    });
  }

  private async all(): Promise<TemplateSummary[]> {
    const { connectionId } = await this.connections.openWhere(({ templates }) => templates !== undefined);
    const now = this.clock.now().getTime();
    if (this.kept?.connectionId === connectionId && this.kept.until > now) return this.kept.templates;
    const templates = this.ask((source, gateway) => source.list(gateway)).then((items) =>
      items.sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1)),
    );
    this.kept = { connectionId, until: now + FRESH_MS, templates };
    templates.catch(() => (this.kept = undefined)); // a failure is told to who asked, and not kept
    return templates;
  }
}
