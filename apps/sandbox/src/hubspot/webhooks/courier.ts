import type { HubSpotWorld } from '../world.js';
import type { CrmChange, Parcel, Parcels } from './parcel.js';
import { signedHeaders } from './sign-request.js';

const KEPT = 200;

/** Gathers what changed and tells the app, signed. What waits is forgotten when the twin stops. */
export class Courier implements Parcels {
  private waiting: CrmChange[] = [];
  private parcels: Parcel[] = [];
  private lastId = 0;
  private underWay = 0;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly closing = new AbortController();

  constructor(private readonly world: HubSpotWorld) {}

  /** Takes an event that happened now. */
  readonly tell = (change: CrmChange): void => {
    const { target_url: url, app_id: appId, window_ms: windowMs } = this.world.state.webhooks;
    if (url === null || this.closing.signal.aborted) return;
    this.lastId += 1;
    this.waiting.push({
      eventId: this.lastId,
      subscriptionId: 1_000_000 + appId,
      portalId: this.world.state.portal.id,
      appId,
      occurredAt: this.world.now().getTime(),
      attemptNumber: 0,
      ...change,
    });
    if (this.waiting.length > 1) return;
    this.later(windowMs, () => {
      this.flush();
      return Promise.resolve();
    });
  };

  /** What is waiting, on its way or to be tried again. */
  get open(): number {
    return this.waiting.length + this.timers.size + this.underWay;
  }

  /** The newest first. */
  list(): Parcel[] {
    return this.parcels.toReversed();
  }

  /** The same request once more. False when there is none of this id. */
  again(id: number): boolean {
    const parcel = this.parcels.find((one) => one.id === id);
    if (parcel) this.later(0, () => this.deliver(parcel, []));
    return parcel !== undefined;
  }

  close(): void {
    this.closing.abort();
    for (const timer of this.timers) clearTimeout(timer);
  }

  private flush(): void {
    const { batch, reorder, delay_ms: delayMs, duplicate, retry_after_ms: retries } = this.world.state.webhooks;
    const events = this.waiting.splice(0);
    if (reorder) events.reverse();
    for (let from = 0; from < events.length; from += batch) {
      this.lastId += 1;
      const part = events.slice(from, from + batch);
      const parcel = { id: this.lastId, events: part, attempts: 0, status: null, at: this.world.now().toISOString() };
      this.parcels = [...this.parcels, parcel].slice(-KEPT);
      if (this.isDropped()) continue;
      for (let copy = 0; copy <= duplicate; copy += 1) this.later(delayMs, () => this.deliver(parcel, retries));
    }
  }

  private isDropped(): boolean {
    const { webhooks } = this.world.state;
    if (typeof webhooks.drop === 'boolean') return webhooks.drop;
    const isDropped = webhooks.drop > 0;
    if (isDropped) webhooks.drop -= 1;
    return isDropped;
  }

  private async deliver(parcel: Parcel, retries: readonly number[]): Promise<void> {
    const events = parcel.events.map((event) => ({ ...event, attemptNumber: parcel.attempts }));
    parcel.attempts += 1;
    parcel.status = await this.post(JSON.stringify(events));
    const [next, ...rest] = retries;
    const isTaken = parcel.status !== null && parcel.status >= 200 && parcel.status < 300;
    if (!isTaken && next !== undefined) this.later(next, () => this.deliver(parcel, rest));
  }

  private async post(body: string): Promise<number | null> {
    const { target_url: url, client_secret: secret, timeout_ms: timeoutMs } = this.world.state.webhooks;
    if (url === null) return null;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signedHeaders(secret, url, body, this.world.now()) },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), this.closing.signal]),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return null;
    }
  }

  private later(ms: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.underWay += 1;
      void work().finally(() => {
        this.underWay -= 1;
      });
    }, ms);
    timer.unref();
    this.timers.add(timer);
  }
}
