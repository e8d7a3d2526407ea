import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Sends an answer, holds it back or breaks the line. */
export type Behaviour = (response: ServerResponse, request: SeenRequest) => void;

export interface LocalServer {
  url: string;
  seen: SeenRequest[];
  close(): Promise<void>;
}

/** A server on 127.0.0.1 that behaves as told, one behaviour for each request; the last one goes on for ever. */
export async function startLocalServer(...behaviours: Behaviour[]): Promise<LocalServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const now = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      const behave = behaviours[Math.min(seen.length, behaviours.length - 1)];
      seen.push(now);
      behave?.(response, now);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

export const answer =
  (status: number, body: unknown = '', headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  };

export const hangUp: Behaviour = (response) => response.socket?.destroy();

export const sayNothing: Behaviour = () => undefined;
