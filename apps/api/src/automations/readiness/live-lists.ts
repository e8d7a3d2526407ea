import { Injectable, Logger } from '@nestjs/common';
import type { PickListItem } from '@tandem/connectors';
import { Catalogue } from '../../catalogue/catalogue.js';
import { Clock } from '../../clock/clock.js';
import { Connections } from '../../connections/connections.js';
import { listKeyOf, type ListAsked, type Lists } from './gone-choices.js';

const FRESH_MS = 60_000;
/** A person waits for the answer; a remote that takes longer counts as away. */
const PATIENCE_MS = 5_000;

interface Kept {
  until: number;
  items: Promise<readonly PickListItem[]>;
}

/** Pick lists as the remotes have them, at most a minute old. */
@Injectable()
export class LiveLists {
  private readonly logger = new Logger('Lists');
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly connections: Connections,
    private readonly clock: Clock,
  ) {}

  /** Reads what is asked for; never throws: a list that could not be read in time is not there. */
  async read(asked: readonly ListAsked[], { fresh = false } = {}): Promise<Lists> {
    const found = new Map<string, readonly PickListItem[]>();
    const once = new Map(asked.map((one) => [listKeyOf(one), one]));
    await Promise.all(
      [...once.values()].map(async (one) => {
        const items = await this.itemsInTime(one, fresh);
        if (items) found.set(listKeyOf(one), items);
      }),
    );
    return (one) => found.get(listKeyOf(one));
  }

  private async itemsInTime(asked: ListAsked, fresh: boolean): Promise<readonly PickListItem[] | undefined> {
    const patience = new AbortController();
    try {
      return await Promise.race([this.items(asked, fresh), after(PATIENCE_MS, patience.signal)]);
    } catch (error) {
      this.logger.debug(`${asked.pickList} of ${asked.connector} could not be read: ${String(error)}`);
      return undefined;
    } finally {
      patience.abort();
    }
  }

  private async items(asked: ListAsked, fresh: boolean): Promise<readonly PickListItem[]> {
    const pickList = this.catalogue.find(asked.connector)?.pickLists.find(({ key }) => key === asked.pickList);
    const input = pickList?.input.safeParse(asked.input);
    if (!pickList || !input?.success) return [];
    const { connectionId } = await this.connections.open(asked.connector);
    const place = `${connectionId} ${listKeyOf(asked)}`;
    const now = this.clock.now().getTime();
    const known = this.kept.get(place);
    if (known && known.until > now && !fresh) return known.items;
    const items = this.connections.use(asked.connector, ({ gateway }) => pickList.load(gateway, input.data));
    this.kept.set(place, { until: now + FRESH_MS, items });
    items.catch(() => this.kept.delete(place)); // a failure is not kept
    return items;
  }
}

/** undefined when the time has passed. */
function after(ms: number, signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(undefined);
    }, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}
