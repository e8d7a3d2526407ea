import { connect, createServer, type AddressInfo, type NetConnectOpts, type Server, type Socket } from 'node:net';
import { MessageReader, type Message } from './message-reader.js';
import { StatementReader } from './statement-reader.js';
import type { Tripwire } from './tripwire.js';

/** Stands between a process and PostgreSQL and tells the tripwire of everything that is committed. */
export class PostgresTap {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async open(databaseUrl: string, tripwire: Tripwire): Promise<PostgresTap> {
    const server = createServer();
    const tap = new PostgresTap(server, new URL(databaseUrl));
    server.on('connection', (client) => {
      tap.pass(client, tripwire);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return tap;
  }

  /** The address of the database through this tap. */
  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`; // it listens
    return url.href;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(client: Socket, tripwire: Tripwire): void {
    const remote = connect(addressOf(this.target));
    for (const [socket, other] of [
      [client, remote],
      [remote, client],
    ] as const) {
      this.sockets.add(socket.setNoDelay());
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    new TappedConnection(client, remote, tripwire).start();
  }
}

/** One connection: requests go on whole, so that a death is before or after one and never in its middle. */
class TappedConnection {
  private readonly statements = new StatementReader();
  private pending: Message[] = [];
  /** The point whose answer is awaited. */
  private committing: string | undefined;

  constructor(
    private readonly client: Socket,
    private readonly remote: Socket,
    private readonly tripwire: Tripwire,
  ) {}

  start(): void {
    const requests = new MessageReader({ hasPreamble: true });
    const answers = new MessageReader({ hasPreamble: false });
    this.client.on('data', (chunk: Buffer) => {
      for (const message of requests.read(chunk)) this.request(message);
    });
    this.remote.on('data', (chunk: Buffer) => {
      for (const message of answers.read(chunk)) this.answer(message);
    });
  }

  private request(message: Message): void {
    this.pending.push(message);
    if (!'QSXpH'.includes(message.type)) return;
    const messages = this.pending;
    this.pending = [];
    const label = this.statements.committedBy(messages);
    if (label !== undefined) this.committing = this.tripwire.reach(label);
    if (this.tripwire.trips(this.committing ?? '', 'before')) {
      this.remote.destroy();
      return;
    }
    for (const { bytes } of messages) this.remote.write(bytes);
  }

  /** The client hears nothing after its death, and PostgreSQL has answered in full before it. */
  private answer({ type, bytes }: Message): void {
    if (type === 'Z' && this.committing !== undefined) {
      const point = this.committing;
      this.committing = undefined;
      if (this.tripwire.trips(point, 'after')) {
        this.client.destroy();
        return;
      }
    }
    this.client.write(bytes);
  }
}

/** A host that is a folder holds the server's socket. */
function addressOf(url: URL): NetConnectOpts {
  const [host, port] = [decodeURIComponent(url.hostname), url.port || '5432'];
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port: Number(port) };
}
