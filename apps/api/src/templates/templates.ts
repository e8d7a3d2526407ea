import { Injectable } from '@nestjs/common';
import { Connections } from '../connections/connections.js';
import { Clock } from '../clock/clock.js';

const PICK_LIST = 'templates';
const FRESH_MS = 30_000;

export interface Template {
  id: string;
  name: string;
}

interface Kept {
  connectionId: string;
  until: number;
  templates: Promise<Template[]>;
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
  async search(words: string): Promise<Template[]> {
    const wanted = words.trim().toLocaleLowerCase();
    const templates = await this.all();
    return templates.filter(({ id, name }) => name.toLocaleLowerCase().includes(wanted) || id === words.trim());
  }

  private async all(): Promise<Template[]> {
    const offersTemplates = (connector: { pickLists: { key: string }[] }) =>
      connector.pickLists.some(({ key }) => key === PICK_LIST);
    const { connectionId, connector } = await this.connections.openWhere(offersTemplates);
    const now = this.clock.now().getTime();
    if (this.kept?.connectionId === connectionId && this.kept.until > now) return this.kept.templates;
    const pickList = connector.pickLists.find(({ key }) => key === PICK_LIST);
    const templates = this.connections
      .use(connector.key, async ({ gateway }) => (await pickList?.load(gateway, {})) ?? [])
      .then((items) =>
        items
          .map(({ value, label }) => ({ id: value, name: label }))
          .sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1)),
      );
    this.kept = { connectionId, until: now + FRESH_MS, templates };
    templates.catch(() => (this.kept = undefined)); // a failure is told to who asked, and not kept
    return templates;
  }
}
