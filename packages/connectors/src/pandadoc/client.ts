import type { Json } from '@tandem/recipes';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, interceptors, request } from 'undici';
import { z } from 'zod';
import { ConnectorError } from '../sdk/connector-error.js';
import type { RateBudget } from '../sdk/rate-budget.js';
import { duration, said } from '../sdk/said.js';
import { AnswerTooLarge, readBody } from './answer-body.js';
import { errorFromAnswer } from './errors.js';
import { operations, type OperationName } from './operations.js';
import { retryAfterMs } from './retry-after.js';
import { parseStorable } from './storable.js';

type QueryValue = string | number | boolean | undefined;

interface Call {
  operation: OperationName;
  path: string;
  query?: Record<string, QueryValue>;
}

type Method = 'GET' | WriteCall['method'];

interface WriteCall extends Call {
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: Json;
}

interface Answer {
  status: number;
  header: (name: string) => string | null;
  bytes: Buffer;
}
/** Nothing came back, or only that the server is unwell: worth a quick second try where nothing was written. */
type Attempt = { answer: Answer } | { unavailable: ConnectorError };

export interface Pace {
  deadlineMs: number;
  downloadDeadlineMs: number;
  /** Waits before the second, third … try of a read. */
  retryDelaysMs: readonly number[];
}

const PACE: Pace = { deadlineMs: 30_000, downloadDeadlineMs: 180_000, retryDelaysMs: [250, 1_000] };
const MAX_JSON_BYTES = 20_000_000;
const MAX_FILE_BYTES = 100_000_000;
const PDF_IN_THE_MAKING_MS = 5_000;

const straight = new Agent();
/** For reads only: a write that is sent on might be done twice. */
const following = straight.compose(interceptors.redirect({ maxRedirections: 5 }));

/** One PandaDoc workspace over HTTP; nothing else in this connector talks to the network. */
export class PandaDocGateway {
  readonly #key: string;
  readonly #baseUrl: string;
  readonly #budget: RateBudget;
  readonly #pace: Pace;

  constructor(connection: { apiKey: string; baseUrl: string; budget: RateBudget }, pace: Partial<Pace> = {}) {
    this.#key = connection.apiKey;
    this.#baseUrl = connection.baseUrl.replace(/\/+$/, '');
    this.#budget = connection.budget;
    this.#pace = { ...PACE, ...pace };
  }

  /** Reads; tried again at once when the network or the server fails. Throws ConnectorError. */
  async read<Schema extends z.ZodType>(call: Call, schema: Schema): Promise<z.output<Schema>> {
    const answer = await this.#readPatiently(call, 'application/json', this.#pace.deadlineMs, MAX_JSON_BYTES);
    return this.#parse(call, answer, schema);
  }

  /** Writes, exactly once; what became of it after a lost answer is for the next plan to find out. */
  async write<Schema extends z.ZodType>(call: WriteCall, schema: Schema): Promise<z.output<Schema>> {
    return this.#parse(call, await this.#writeOnce(call), schema);
  }

  /** A write whose answer says nothing that is needed. */
  async writeOnly(call: WriteCall): Promise<void> {
    await this.#writeOnce(call);
  }

  /** The bytes of a file. Throws ConnectorError `transient` while PandaDoc is still making it (202). */
  async download(call: Call): Promise<Uint8Array> {
    const answer = await this.#readPatiently(call, '*/*', this.#pace.downloadDeadlineMs, MAX_FILE_BYTES);
    if (answer.status !== 202) return answer.bytes;
    throw new ConnectorError('transient', said`PandaDoc is still making the PDF.`, {
      retryAfterMs: retryAfterMs(answer.header('retry-after'), new Date()) ?? PDF_IN_THE_MAKING_MS,
    });
  }

  async #readPatiently(call: Call, accept: string, deadlineMs: number, maxBytes: number): Promise<Answer> {
    const attempt = () => this.#attempt(call, { method: 'GET', accept, deadlineMs, maxBytes });
    for (const delayMs of this.#pace.retryDelaysMs) {
      const outcome = await attempt();
      if ('answer' in outcome) return outcome.answer;
      await sleep(delayMs * (0.5 + Math.random()));
    }
    return answerOf(await attempt());
  }

  async #writeOnce(call: WriteCall): Promise<Answer> {
    const { method, body } = call;
    const { deadlineMs } = this.#pace;
    const options = { method, accept: 'application/json', deadlineMs, maxBytes: MAX_JSON_BYTES };
    return answerOf(await this.#attempt(call, body === undefined ? options : { ...options, body }));
  }

  async #attempt(
    call: Call,
    options: { method: Method; accept: string; deadlineMs: number; maxBytes: number; body?: Json },
  ): Promise<Attempt> {
    await this.#budget.acquire(call.operation);
    let answer: Answer;
    try {
      answer = await this.#send(call, options);
    } catch (error) {
      if (error instanceof AnswerTooLarge) {
        throw new ConnectorError(
          'validation',
          said`PandaDoc did ${operations[call.operation].does}, but with ${error.message}.`,
        );
      }
      return { unavailable: this.#unreachable(call, options.deadlineMs, error) };
    }
    if (answer.status >= 200 && answer.status < 300) return { answer };
    const { operation } = call;
    const text = this.#withoutKey(answer.bytes.toString('utf8'));
    const error = errorFromAnswer({ operation, status: answer.status, header: answer.header, text }, new Date());
    if (answer.status >= 500) return { unavailable: error };
    if (error.retryAfterMs !== undefined && error.errorClass === 'rate_limited') {
      this.#budget.report(operation, { retryAfterMs: error.retryAfterMs, isGuess: error.isGuess });
    }
    throw error;
  }

  async #send(
    { path, query }: Call,
    options: { method: Method; accept: string; deadlineMs: number; maxBytes: number; body?: Json },
  ): Promise<Answer> {
    const { method, accept, deadlineMs, maxBytes, body } = options;
    const response = await request(this.#baseUrl + path + queryString(query), {
      method,
      headers: {
        authorization: `API-Key ${this.#key}`,
        accept,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      dispatcher: method === 'GET' ? following : straight,
      signal: AbortSignal.timeout(deadlineMs),
    });
    const bytes = await readBody(response.body, maxBytes);
    return { status: response.statusCode, header: (name) => headerOf(response.headers[name]), bytes };
  }

  #unreachable({ operation }: Call, deadlineMs: number, error: unknown): ConnectorError {
    const late = Thrown.parse(error).name === 'TimeoutError';
    const { does } = operations[operation];
    const what = late
      ? said`PandaDoc did not answer within ${duration(deadlineMs)} when asked to ${does}.`
      : said`PandaDoc could not be reached when asked to ${does}.`;
    return new ConnectorError('transient', what, { cause: new Error(this.#withoutKey(causeOf(error))) });
  }

  #parse<Schema extends z.ZodType>({ operation }: Call, { bytes }: Answer, schema: Schema): z.output<Schema> {
    const { does } = operations[operation];
    let body: Json;
    try {
      body = parseStorable(bytes.toString('utf8'));
    } catch {
      throw new ConnectorError('transient', said`PandaDoc's answer when asked to ${does} is not JSON.`);
    }
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const places = parsed.error.issues.map((issue) => issue.path.join('.') || said`the whole answer`).slice(0, 5);
    throw new ConnectorError(
      'bug',
      said`PandaDoc's answer when asked to ${does} is unreadable at ${places.join(', ')}.`,
    );
  }

  readonly #withoutKey = (text: string): string => text.replaceAll(this.#key, '[API key]');
}

function answerOf(attempt: Attempt): Answer {
  if ('answer' in attempt) return attempt.answer;
  throw attempt.unavailable;
}

function queryString(query: Record<string, QueryValue> = {}): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.append(key, String(value));
  }
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

const headerOf = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value.join(', ') : value) ?? null;

/** What a failed call throws: sometimes an Error, sometimes a DOMException. */
const Thrown = z
  .looseObject({ name: z.string(), message: z.string(), cause: z.looseObject({ message: z.string() }) })
  .partial()
  .catch({});

function causeOf(error: unknown): string {
  const { message = 'unknown', cause } = Thrown.parse(error);
  return cause === undefined ? message : `${message}: ${cause.message}`;
}
