import type { FastifyRequest } from 'fastify';
import type { Api } from '../api.js';
import { withoutSecrets } from './without-secrets.js';

const MAX_CALLS = 2_000;
const MAX_TEXT = 64 * 1024 * 1024;

const FORM = /^[\w.~%+-]+=[^\s]*$/;

/** HubSpot looks up and deletes OAuth tokens by their path. */
const TOKEN_IN_PATH = /(\/(?:access|refresh)-tokens\/)[^/]+/;

/** One call of a remote API, as it was received and answered. Bodies are kept as text and read again on demand. */
export interface Call {
  api: Api;
  method: string;
  path: string;
  query: unknown;
  at: Date;
  /** null: the connection was cut before anything was done. With drop_after: what would have been answered. */
  status: number | null;
  ms: number;
  /** The fault that was injected, if one was. */
  fault: string | null;
  requestText: string | null;
  responseText: string | null;
}

type KeptCall = Call & { id: number; size: number };

export interface CallRow {
  id: number;
  at: string;
  api: Api;
  method: string;
  path: string;
  query: unknown;
  status: number | null;
  ms: number;
  fault: string | null;
  body: unknown;
}

export interface FullCallRow extends CallRow {
  requestBody: unknown;
  responseBody: unknown;
}

/** The most recent calls, the oldest first: at most 2,000, and at most 64 million characters of bodies. */
export class RequestLog {
  private calls: KeptCall[] = [];
  private size = 0;
  private lastId = 0;

  /** `hear` is told every call as it comes, also of those that are forgotten later. */
  constructor(private readonly hear: (row: FullCallRow) => void = () => undefined) {}

  add(call: Call): void {
    this.lastId += 1;
    const size = (call.requestText?.length ?? 0) + (call.responseText?.length ?? 0);
    const kept = { ...call, id: this.lastId, size };
    this.calls.push(kept);
    this.size += size;
    while (this.calls.length > MAX_CALLS || this.size > MAX_TEXT) this.size -= this.calls.shift()?.size ?? 0;
    this.hear(fullRowOf(kept));
  }

  clear(): void {
    this.calls = [];
    this.size = 0;
  }

  list(): CallRow[] {
    return this.calls.map(rowOf);
  }

  /** With both bodies: what a contract check needs. */
  listFull(): FullCallRow[] {
    return this.calls.map(fullRowOf);
  }
}

function rowOf(call: KeptCall): CallRow {
  return {
    id: call.id,
    at: call.at.toISOString(),
    api: call.api,
    method: call.method,
    path: call.path.replace(TOKEN_IN_PATH, '$1(removed)'),
    query: withoutSecrets(call.query),
    status: call.status,
    ms: call.ms,
    fault: call.fault,
    body: bodyOf(call.requestText),
  };
}

function fullRowOf(call: KeptCall): FullCallRow {
  const row = rowOf(call);
  return { ...row, requestBody: row.body, responseBody: bodyOf(call.responseText) };
}

/** The path after the API's prefix, without the query. */
export function pathOf(request: FastifyRequest, api: Api): string {
  const [path = ''] = request.raw.url?.split('?', 1) ?? [];
  return path.slice(`/${api}`.length) || '/';
}

/** JSON and forms are read, so that their secrets can be found; other text stays as it is. */
function bodyOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return withoutSecrets(JSON.parse(text));
  } catch {
    return FORM.test(text) ? withoutSecrets(Object.fromEntries(new URLSearchParams(text))) : text;
  }
}
