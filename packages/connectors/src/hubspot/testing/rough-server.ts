import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  method: string;
  url: string;
  authorization: string | undefined;
}

type Reaction = (response: ServerResponse, request: IncomingMessage) => void;

/** A server that behaves as badly as it is told to: reactions are used one after another, the last one again and again. */
export class RoughServer {
  readonly seen: SeenRequest[] = [];
  private reactions: Reaction[] = [];

  private constructor(
    readonly url: string,
    private readonly server: ReturnType<typeof createServer>,
  ) {}

  static async start(): Promise<RoughServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const rough = new RoughServer(`http://127.0.0.1:${port}`, server);
    server.on('request', (request, response) => {
      request.resume();
      request.on('end', () => {
        rough.react(request, response);
      });
    });
    return rough;
  }

  will(...reactions: Reaction[]): void {
    this.seen.length = 0;
    this.reactions = reactions;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private react(request: IncomingMessage, response: ServerResponse): void {
    this.seen.push({
      method: request.method ?? '',
      url: request.url ?? '',
      authorization: request.headers.authorization,
    });
    const reaction = this.reactions[Math.min(this.seen.length, this.reactions.length) - 1];
    reaction?.(response, request);
  }
}

export const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reaction =>
  (response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...headers });
    response.end(text);
  };

export const html = (status: number): Reaction =>
  answer(status, '<html><body>Bad Gateway</body></html>', { 'content-type': 'text/html' });

export const hangUp: Reaction = (response) => {
  response.socket?.destroy();
};

export const saySoLater: Reaction = () => undefined;
