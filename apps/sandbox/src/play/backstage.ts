import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Api } from '../api.js';

const HEADER = 'x-sandbox-backstage';

export interface BackstageAnswer {
  status: number;
  type: string;
  bytes: Buffer;
}

/**
 * The way in for the people whom the sandbox plays: the same APIs, but neither spoiled by faults nor in the log of
 * calls, which is about the program under test. A pass that only this process knows opens it.
 */
export class Backstage {
  private readonly pass = randomBytes(16).toString('hex');
  private base = '';

  /** `authorization`: the header with which each API is called. */
  constructor(private readonly authorization: () => Record<Api, string>) {}

  /** Where the server listens. */
  open(base: string): void {
    this.base = base;
  }

  isOwn(request: FastifyRequest): boolean {
    return request.headers[HEADER] === this.pass;
  }

  /** Any call of an API; `path` includes the query. Never throws on an answer, whatever its status. */
  async call(api: Api, method: string, path: string, body?: unknown): Promise<BackstageAnswer> {
    const response = await fetch(`${this.base}/${api}${path}`, {
      method,
      headers: {
        authorization: this.authorization()[api],
        [HEADER]: this.pass,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, bytes: Buffer.from(await response.arrayBuffer()) };
  }
}
