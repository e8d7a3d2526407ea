import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { configureClient } from '../api/client.js';

/** What was asked, as a test looks at it. */
export interface Asked {
  /** Such as `PUT /api/automations`. */
  what: string;
  body: unknown;
}

export interface LocalApi {
  asked: Asked[];
  close(): void;
}

type Answer = { status?: number; body: unknown };

/** A real HTTP server in place of Tandem's, which the client of the page then talks to. Unknown requests get a 404. */
export async function serveApi(answer: (asked: Asked) => Answer | undefined): Promise<LocalApi> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const question = { what: `${request.method} ${request.url}`, body: text === '' ? undefined : JSON.parse(text) };
      asked.push(question);
      const { status = 200, body } = answer(question) ?? { status: 404, body: { title: 'Not found', status: 404 } };
      response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
      response.end(JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  configureClient(`http://127.0.0.1:${port}`);
  return {
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
