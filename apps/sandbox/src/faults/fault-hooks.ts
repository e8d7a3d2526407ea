import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../api.js';
import { pathOf, type RequestLog } from '../requests/request-log.js';
import { limited, requestText, responseText } from '../requests/request-text.js';
import type { Answer } from './answer.js';
import type { Effect } from './fault.js';
import type { FaultList } from './fault-list.js';
import { presetAnswer } from './preset-answer.js';

interface Trace {
  startedAt: Date;
  fault: string | null;
  dropAfter: boolean;
  /** Set when a fault answered before the body was parsed. */
  unparsedBody: string | null;
}

export interface FaultWorld {
  faults: FaultList;
  requests: RequestLog;
  now(): Date;
  changed(): void;
  /** Calls of the people whom the sandbox plays are left alone. */
  isBackstage(request: FastifyRequest): boolean;
}

/** Puts the faults in front of an API's routes and writes every call, spoiled or not, into the log. */
export function watchCalls(app: FastifyInstance, api: Api, world: FaultWorld): void {
  const traces = new WeakMap<FastifyRequest, Trace>();

  app.addHook('onRequest', async (request, reply) => {
    if (world.isBackstage(request)) return;
    const trace: Trace = { startedAt: world.now(), fault: null, dropAfter: false, unparsedBody: null };
    traces.set(request, trace);
    const effects = world.faults.take(api, request.method, pathOf(request, api));
    for (const effect of effects) {
      trace.fault = nameOf(effect);
      if (await spoil(effect, trace, request, reply)) return reply;
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const trace = traces.get(request);
    if (trace) log(request, trace, reply.statusCode, responseText(reply, payload));
    if (!trace?.dropAfter) return payload;
    world.changed(); // a cut connection skips the twins' own hooks after the answer
    request.raw.socket.resetAndDestroy();
    if (isStream(payload)) payload.destroy();
    return '';
  });

  /** Says true when the call is over: answered, or its connection cut. */
  async function spoil(effect: Effect, trace: Trace, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    switch (effect.kind) {
      case 'latency':
        await delay(effect.ms);
        return false;
      case 'drop_after':
        trace.dropAfter = true;
        return false;
      case 'drop_before':
        trace.unparsedBody = await readBody(request);
        reply.hijack();
        request.raw.socket.resetAndDestroy();
        log(request, trace, null, null);
        return true;
      case 'answer':
        trace.unparsedBody = await readBody(request);
        return send(reply, effect);
      case 'preset':
        trace.unparsedBody = await readBody(request);
        return send(reply, presetAnswer(api, effect.name, { path: pathOf(request, api), now: world.now() }));
    }
  }

  function log(request: FastifyRequest, trace: Trace, status: number | null, responded: string | null): void {
    world.requests.add({
      api,
      method: request.method,
      path: pathOf(request, api),
      query: request.query,
      at: trace.startedAt,
      status,
      ms: world.now().getTime() - trace.startedAt.getTime(),
      fault: trace.fault,
      requestText: trace.unparsedBody ?? requestText(request),
      responseText: responded,
    });
  }
}

function send(reply: FastifyReply, { status, headers, body }: Answer | (Effect & { kind: 'answer' })): true {
  void reply.code(status).headers(headers ?? {});
  if (body === undefined) void reply.send();
  else if (typeof body === 'string') void reply.send(body);
  else void reply.send(body);
  return true;
}

/** Takes the whole body off the wire: an early answer must not cut the caller off while it is still sending. */
async function readBody(request: FastifyRequest): Promise<string | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request.raw) chunks.push(Buffer.from(chunk as Uint8Array)); // no encoding is set: bytes
  if (chunks.length === 0) return null;
  const isFile = request.headers['content-type']?.startsWith('multipart/') ?? false;
  return isFile ? requestText(request) : limited(Buffer.concat(chunks).toString('utf8'));
}

function nameOf(effect: Effect): string {
  switch (effect.kind) {
    case 'preset':
      return effect.name;
    case 'answer':
      return `answer ${effect.status}`;
    case 'latency':
    case 'drop_before':
    case 'drop_after':
      return effect.kind;
  }
}

function isStream(payload: unknown): payload is { destroy(): void } {
  return typeof payload === 'object' && payload !== null && 'destroy' in payload;
}
