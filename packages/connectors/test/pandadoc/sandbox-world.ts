import { startSandbox } from '@tandem/sandbox';
import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ActionContext, ReadAction, WriteAction } from '../../src/sdk/action.js';
import type { FileRef, FileStore } from '../../src/sdk/file-store.js';
import type { Plan } from '../../src/sdk/plan.js';
import { pandadoc } from '../../src/pandadoc/connector.js';
import type { PandaDocGateway } from '../../src/pandadoc/client.js';
import { OpenBudget } from '../../src/pandadoc/testing/open-budget.js';

class MemoryFiles implements FileStore {
  readonly kept = new Map<string, Uint8Array>();

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

type AnyJson = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- the control API's answers, read by tests

/** The twin, a gateway to it, and the two ways in which the engine uses actions. */
export class SandboxWorld {
  readonly files = new MemoryFiles();
  stepKey = 'run-1:step-1';
  #memory = new Map<string, Plan['remember']>();

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
    readonly gateway: PandaDocGateway,
  ) {}

  static async open(): Promise<SandboxWorld> {
    const sandbox = await startSandbox({ port: 0 });
    return new SandboxWorld(sandbox.url, () => sandbox.close(), gatewayTo(sandbox.url, 'sandbox-production-key'));
  }

  async control(method: string, path: string, body?: unknown): Promise<AnyJson> {
    const response = await fetch(`${this.url}/control${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  context(remembered?: Plan['remember'], gateway = this.gateway): ActionContext<PandaDocGateway> {
    return { gateway, now: new Date(), files: this.files, stepKey: this.stepKey, remembered };
  }

  async read<I extends z.ZodType, O extends z.ZodType>(
    action: ReadAction<PandaDocGateway, I, O>,
    input: z.input<I>,
    gateway = this.gateway,
  ): Promise<z.output<O>> {
    return action.output.parse(await action.run(this.context(undefined, gateway), action.input.parse(input)));
  }

  async plan<I extends z.ZodType, O extends z.ZodType>(
    action: WriteAction<PandaDocGateway, I, O>,
    input: z.input<I>,
  ): Promise<Plan> {
    const parsed = action.input.parse(input);
    return action.plan(this.context(this.#memory.get(action.memoryKey?.(parsed) ?? '')), parsed);
  }

  /** As the engine does it: the plan goes through the journal as JSON before it is applied. */
  async write<I extends z.ZodType, O extends z.ZodType>(action: WriteAction<PandaDocGateway, I, O>, input: z.input<I>) {
    const parsed = action.input.parse(input);
    const key = action.memoryKey?.(parsed) ?? '';
    const context = this.context(this.#memory.get(key));
    const plan = JSON.parse(JSON.stringify(await action.plan(context, parsed))) as Plan;
    const applied = await action.apply(context, plan, parsed);
    const remember = applied.remember ?? plan.remember;
    if (key !== '' && remember !== undefined) this.#memory.set(key, remember);
    return { plan, effects: applied.effects, output: action.output.parse(applied.output) };
  }

  forget(): void {
    this.#memory.clear();
  }
}

export function gatewayTo(sandboxUrl: string, apiKey: string): PandaDocGateway {
  const baseUrl = `${sandboxUrl}/pandadoc`;
  return pandadoc.open({ credentials: { api_key: apiKey }, baseUrl, budget: new OpenBudget() });
}
