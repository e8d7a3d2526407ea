import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Tripwire } from './tripwire.js';

/** Stands between a process and the twin of the remotes and tells the tripwire of everything that is written. */
export class RemoteTap {
  private constructor(private readonly server: Server) {}

  static async open(target: string, tripwire: Tripwire): Promise<RemoteTap> {
    const server = createServer((incoming, answer) => {
      void pass(target, tripwire, incoming, answer).catch(() => incoming.socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new RemoteTap(server);
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo; // it listens
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function pass(target: string, tripwire: Tripwire, incoming: IncomingMessage, answer: ServerResponse) {
  const body = Buffer.concat(await incoming.toArray());
  const label = labelOf(incoming);
  const point = label === undefined ? '' : tripwire.reach(label);
  if (tripwire.trips(point, 'before')) throw new Error('It died before');
  const given = await ask(target + (incoming.url ?? ''), incoming, body);
  const bytes = Buffer.concat(await given.toArray());
  if (tripwire.trips(point, 'after')) throw new Error('It died after');
  answer.writeHead(given.statusCode ?? 502, given.headers).end(bytes);
}

/** Undefined for what only reads. */
function labelOf({ method = 'GET', url = '' }: IncomingMessage): string | undefined {
  const path = url.replace(/\?.*/, '');
  if (method === 'GET' || /\/(search|read)$/.test(path)) return undefined;
  return `${method} ${path.replaceAll(/\/[^/]*\d[^/]*(?=\/|$)/g, (part) => (/^\/v\d$/.test(part) ? part : '/…'))}`;
}

const ask = (url: string, { method, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers }, resolve).on('error', reject).end(body);
  });
