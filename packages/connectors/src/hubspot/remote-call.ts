import { z } from 'zod';
import { ConnectorError } from '../sdk/connector-error.js';
import type { RateBudget } from '../sdk/rate-budget.js';
import { type Said, number, said } from '../sdk/said.js';
import { errorOfNetwork, errorOfRefusal, isNetworkFailure, type CallFacts } from './errors.js';
import { HubSpotRefusal } from './refusal.js';

/** Searches have a limit of their own at HubSpot, apart from all other calls. */
type Operation = 'crm' | 'search';

export interface RemoteCall {
  /** For people: "read the deal". */
  what: Said;
  effect: 'read' | 'write';
  operation: Operation;
  deadlineMs: number;
}

export interface HttpAnswer<Data> {
  headers: Record<string, string>;
  data: Data;
}

export interface CallSettings {
  budget: RateBudget;
  facts(what: Said): CallFacts;
  /** Until the account's midnight, where its time zone is known. */
  dayLeftMs(): { dayLeftMs?: number };
  /** Before the second and the third try of a read; jittered. */
  pausesMs: readonly number[];
}

/**
 * Makes one call: waits for the budget, gives up at the deadline, repeats reads after faults of the network or of
 * HubSpot's servers. Writes are never repeated here: after a lost answer only a new plan can tell whether they happened.
 * Throws ConnectorError and nothing else.
 */
export async function remoteCall<Data>(
  settings: CallSettings,
  call: RemoteCall,
  send: () => Promise<HttpAnswer<Data>>,
): Promise<Data> {
  const pauses = call.effect === 'read' ? settings.pausesMs : [];
  for (let attempt = 0; ; attempt += 1) {
    await settings.budget.acquire(call.operation);
    try {
      const answer = await beforeDeadline(send(), call);
      reportLimits(settings, call.operation, answer.headers);
      return answer.data;
    } catch (failure) {
      const pause = pauses[attempt];
      if (pause === undefined || !isQuickFault(failure)) throw toConnectorError(settings, call, failure);
      await sleep(pause * (0.5 + Math.random()));
    }
  }
}

const isQuickFault = (failure: unknown): boolean =>
  failure instanceof HubSpotRefusal ? failure.status >= 500 : isNetworkFailure(failure);

function toConnectorError(settings: CallSettings, call: RemoteCall, failure: unknown): ConnectorError {
  if (failure instanceof ConnectorError) return failure;
  if (failure instanceof HubSpotRefusal) {
    reportLimits(settings, call.operation, failure.headers);
    const error = errorOfRefusal(failure, settings.facts(call.what));
    if (error.errorClass === 'rate_limited' && error.retryAfterMs !== undefined) {
      settings.budget.report(call.operation, { retryAfterMs: error.retryAfterMs, isGuess: error.isGuess });
    }
    return error;
  }
  if (isNetworkFailure(failure)) return errorOfNetwork(failure, call.what);
  // The SDK's own messages hold whole bodies and headers, so neither text nor cause is handed on.
  return isStrangeAnswer(failure)
    ? new ConnectorError('transient', said`HubSpot's answer could not be understood while trying to ${call.what}.`)
    : new ConnectorError('bug', said`The HubSpot connector failed in its own code while trying to ${call.what}.`);
}

/** Success with an unexpected code, or a body that is not the JSON it should be. */
function isStrangeAnswer(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  const code = 'code' in failure ? failure.code : undefined;
  if (failure instanceof SyntaxError || failure instanceof z.ZodError || typeof code === 'number') return true;
  return /mediaType|Content-Type/.test(failure.message);
}

/** The SDK cannot abort a call, so a late answer is left to end by itself. */
async function beforeDeadline<Data>(sent: Promise<Data>, call: RemoteCall): Promise<Data> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const seconds = Math.round(call.deadlineMs / 1000);
      reject(new ConnectorError('transient', said`HubSpot took longer than ${number(seconds)} s to ${call.what}.`));
    }, call.deadlineMs);
  });
  try {
    return await Promise.race([sent, late]);
  } finally {
    clearTimeout(timer);
  }
}

function reportLimits(settings: CallSettings, operation: Operation, headers: Readonly<Record<string, string>>): void {
  const limit = count(headers['x-hubspot-ratelimit-max']);
  const remaining = count(headers['x-hubspot-ratelimit-remaining']);
  const intervalMs = count(headers['x-hubspot-ratelimit-interval-milliseconds']);
  const dayLimit = count(headers['x-hubspot-ratelimit-daily']);
  const dayRemaining = count(headers['x-hubspot-ratelimit-daily-remaining']);
  if (limit === undefined && remaining === undefined) return;
  settings.budget.report(operation, {
    ...(limit === undefined ? {} : { limit }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(intervalMs === undefined ? {} : { intervalMs }),
    ...(dayLimit === undefined ? {} : { dayLimit }),
    ...(dayRemaining === undefined ? {} : { dayRemaining, ...settings.dayLeftMs() }),
  });
}

function count(header: string | undefined): number | undefined {
  const value = Number(header);
  return header !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
