import { startSandbox } from '@tandem/sandbox';
import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { HubSpotGateway } from '../../src/hubspot/client.js';
import type { ActionContext, ReadAction, WriteAction } from '../../src/sdk/action.js';
import { ConnectorError } from '../../src/sdk/connector-error.js';
import type { Fate } from '../../src/sdk/fate.js';
import type { FileRef, FileStore } from '../../src/sdk/file-store.js';
import { LocalRateBudget } from '../../src/sdk/local-rate-budget.js';
import type { Plan } from '../../src/sdk/plan.js';

class MemoryFiles implements FileStore {
  private readonly kept = new Map<string, Uint8Array>();

  put({ name, mediaType, bytes }: Parameters<FileStore['put']>[0]): Promise<FileRef> {
    const id = randomUUID();
    this.kept.set(id, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return Promise.resolve({ file_id: id, name, media_type: mediaType, size: bytes.byteLength, sha256 });
  }

  get({ file_id: id }: FileRef): Promise<Uint8Array> {
    return Promise.resolve(this.kept.get(id)!);
  }
}

type AnyJson = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- the twin's answers, read by tests

const TOKEN = 'pat-sandbox-hubspot';

/** The twin, a gateway to it, and the two ways in which the engine uses actions. */
export class HubSpotTestWorld {
  readonly files = new MemoryFiles();
  stepKey = 'run-1:step-1';
  /** What calls found out to have become of records. */
  readonly fates: Fate[] = [];
  readonly gateway: HubSpotGateway;
  private readonly memory = new Map<string, Plan['remember']>();

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {
    this.gateway = gatewayTo(url, TOKEN, (fate) => this.fates.push(fate));
  }

  static async open(): Promise<HubSpotTestWorld> {
    const sandbox = await startSandbox({ port: 0 });
    return new HubSpotTestWorld(sandbox.url, () => sandbox.close());
  }

  /** As new: seeded records, no faults, nothing remembered, no request limits in the way of fast tests. */
  async reset(): Promise<void> {
    await this.control('POST', '/reset');
    await this.control('DELETE', '/faults');
    await this.control('DELETE', '/requests');
    await this.control('PATCH', '/hubspot/settings', { rate_per_10s: 100_000, search_per_second: 1_000 });
    this.memory.clear();
    this.fates.length = 0;
  }

  control(method: string, path: string, body?: unknown): Promise<AnyJson> {
    return this.send(method, `/control${path}`, body);
  }

  /** The twin's API, as anybody else would use it. */
  api(method: string, path: string, body?: unknown): Promise<AnyJson> {
    return this.send(method, `/hubspot${path}`, body, { authorization: `Bearer ${TOKEN}` });
  }

  async properties(type: string, id: string, ...names: string[]): Promise<Record<string, string | null>> {
    const record = await this.api('GET', `/crm/v3/objects/${type}/${id}?properties=${names.join(',')}`);
    return Object.fromEntries(names.map((name) => [name, record.properties[name]]));
  }

  async dealNamed(start: string): Promise<string> {
    const page = await this.api('GET', '/crm/v3/objects/deals?limit=100&properties=dealname');
    return page.results.find((one: AnyJson) => one.properties.dealname.startsWith(start)).id;
  }

  async lineItems(dealId: string): Promise<Record<string, string | null>[]> {
    const page = await this.api('GET', `/crm/v4/objects/deals/${dealId}/associations/line_items?limit=500`);
    const names =
      'name,hs_sku,price,quantity,discount,hs_discount_percentage,description,hs_product_id,delivery_week,warranty';
    const items = page.results.map((one: AnyJson) =>
      this.api('GET', `/crm/v3/objects/line_items/${one.toObjectId}?properties=${names}`),
    );
    return (await Promise.all(items)).map((item: AnyJson) => {
      const { createdate: _c, hs_lastmodifieddate: _m, hs_object_id: _o, ...said } = item.properties;
      return { id: item.id, ...said };
    });
  }

  /** Requests that changed something, as "METHOD path". */
  async writes(): Promise<string[]> {
    const { requests } = await this.control('GET', '/requests?api=hubspot');
    const isWrite = ({ method, path }: AnyJson): boolean =>
      method !== 'GET' && !path.endsWith('/search') && !path.endsWith('/batch/read');
    return requests.filter(isWrite).map(({ method, path }: AnyJson) => `${method} ${path}`);
  }

  context(remembered?: Plan['remember'], gateway = this.gateway): ActionContext<HubSpotGateway> {
    return { gateway, now: new Date(), files: this.files, stepKey: this.stepKey, remembered };
  }

  async read<I extends z.ZodType, O extends z.ZodType>(
    action: ReadAction<HubSpotGateway, I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>> {
    return action.output.parse(await action.run(this.context(), action.input.parse(input)));
  }

  async plan<I extends z.ZodType, O extends z.ZodType>(
    action: WriteAction<HubSpotGateway, I, O>,
    input: z.input<I>,
  ): Promise<Plan> {
    const parsed = action.input.parse(input);
    return action.plan(this.context(this.memory.get(action.memoryKey?.(parsed) ?? '')), parsed);
  }

  /** As the engine does it: the plan and what is remembered go through the journal as JSON before it is applied. */
  async write<I extends z.ZodType, O extends z.ZodType>(action: WriteAction<HubSpotGateway, I, O>, input: z.input<I>) {
    const parsed = action.input.parse(input);
    const key = action.memoryKey?.(parsed) ?? '';
    const context = this.context(this.memory.get(key));
    const plan = JSON.parse(JSON.stringify(await action.plan(context, parsed))) as Plan;
    if (plan.remember !== undefined) this.memory.set(key, plan.remember);
    const applied = await action.apply(context, plan, parsed);
    if (applied.remember !== undefined) this.memory.set(key, JSON.parse(JSON.stringify(applied.remember)));
    return { plan, effects: applied.effects, output: action.output.parse(applied.output) };
  }

  private async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

export function gatewayTo(
  sandboxUrl: string,
  token = TOKEN,
  hearFate: (fate: Fate) => void = () => undefined,
): HubSpotGateway {
  const budget = new LocalRateBudget({ limits: {}, otherwise: { limit: 100_000, intervalMs: 1_000 } });
  const connection = { credentials: { access_token: token }, baseUrl: `${sandboxUrl}/hubspot`, budget, hearFate };
  return new HubSpotGateway(connection, { deadlineMs: 5_000, uploadDeadlineMs: 5_000, pausesMs: [1, 2] });
}

/** The error that an attempt fails with. */
export async function failureOf(attempt: Promise<unknown>): Promise<ConnectorError> {
  const thrown: unknown = await attempt.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (thrown instanceof ConnectorError) return thrown;
  throw new Error(`Expected a ConnectorError, got ${String(thrown)}`);
}
