import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { pandadocControl } from '../control.js';
import { pandadocRoutes } from '../routes.js';
import { seedPandaDoc, type PandaDocWorld } from '../state.js';

/** An answer's body, loosely, as JSON.parse gives it: the tests look into it. */
export type Json = ReturnType<typeof JSON.parse>;
export type Answer = { status: number; headers: Headers; body: Json; bytes: Buffer };
export type Twin = Awaited<ReturnType<typeof startTwin>>;

/** The twin alone, over HTTP on a free port. HubSpot knows deals 1001 and 1002. Nothing waits for long. */
export async function startTwin() {
  const world: PandaDocWorld = {
    state: seedPandaDoc(new Date()),
    now: () => new Date(),
    hubspotDealExists: (id) => id === '1001' || id === '1002',
  };
  world.state.settings.create_delay_ms = 5;
  world.state.settings.pdf_ready_ms = 10;
  const app = Fastify();
  await app.register(pandadocRoutes(world), { prefix: '/pandadoc' });
  await app.register(pandadocControl(world), { prefix: '/control/pandadoc' });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });

  const send = async (path: string, method: string, body: unknown, authorization: string | null): Promise<Answer> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(authorization === null ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, bytes, body: json ? JSON.parse(String(bytes)) : null };
  };

  return {
    url,
    world,
    send,
    /** A call of the API with the production key: `api('GET /documents')`. */
    api: (call: string, body?: unknown, authorization: string | null = 'API-Key sandbox-production-key') => {
      const [method = '', path = ''] = call.split(' ');
      return send(`/pandadoc/public/v1${path}`, method, body, authorization);
    },
    control: (call: string, body?: unknown) => {
      const [method = '', path = ''] = call.split(' ');
      return send(`/control/pandadoc${path}`, method, body, null);
    },
    close: () => app.close(),
  };
}

/** A document from one of the seeded templates, once it is a draft. */
export async function draftFrom(twin: Twin, template: string, more: object = {}): Promise<string> {
  const created = await twin.api('POST /documents', {
    name: 'Acme renewal',
    template_uuid: template,
    recipients: [{ email: 'josh.ron@acme.example', role: 'Client' }],
    ...more,
  });
  const { id } = created.body;
  await until(async () => (await twin.api(`GET /documents/${id}`)).body.status !== 'document.uploaded');
  return id;
}

/** Waits for what must become true soon. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Did not become true in ${withinMs} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

type Received = { url: string; headers: IncomingHttpHeaders; raw: string; events: Json[] };

/** A subscriber: keeps what it gets and answers as it is told. */
export async function startSubscriber(answer: (attempt: number) => number = () => 200) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      received.push({ url: request.url ?? '', headers: request.headers, raw, events: JSON.parse(raw) });
      const status = answer(received.length);
      if (status > 0) response.writeHead(status).end('noted');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    events: () => received.flatMap(({ events }) => events),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
