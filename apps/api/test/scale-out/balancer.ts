import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Target {
  readonly url: string;
  readonly isRunning: boolean;
}

/** Hands the requests to the servers in turn, as a load balancer would. */
export class Balancer {
  private targets: Target[] = [];
  private next = 0;
  private readonly server = createServer((incoming, answer) => {
    void this.pass(incoming, answer);
  });

  static async start(): Promise<Balancer> {
    const balancer = new Balancer();
    await new Promise<void>((resolve) => balancer.server.listen(0, '127.0.0.1', resolve));
    return balancer;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo; // it listens
    return `http://127.0.0.1:${port}`;
  }

  add(target: Target): void {
    this.targets.push(target);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A server that does not answer is passed over; one that has ended is forgotten: its port may be another's by now. */
  private async pass(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    this.targets = this.targets.filter(({ isRunning }) => isRunning);
    const first = this.next++ % this.targets.length;
    for (const { url } of [...this.targets.slice(first), ...this.targets.slice(0, first)]) {
      const given = await ask(url + (incoming.url ?? ''), incoming, body).catch(() => undefined);
      if (!given) continue;
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
      return;
    }
    answer.writeHead(502).end();
  }
}

const ask = (url: string, { method, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers }, resolve).on('error', reject).end(body);
  });
