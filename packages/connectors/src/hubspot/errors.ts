import { isNativeError } from 'node:util/types';
import { ConnectorError, type ErrorClass } from '../sdk/connector-error.js';
import { type Said, said, verbatim } from '../sdk/said.js';
import { parseErrorBody, problemsOf, type ErrorBody } from './error-body.js';
import { redact } from './redact.js';
import type { HubSpotRefusal } from './refusal.js';

export interface CallFacts {
  /** For people: "read the deal". */
  what: Said;
  token: string;
  now: Date;
  /** IANA name of the portal's time zone, when it is known: daily limits end at its midnight. */
  timeZone: string | undefined;
}

const LOCKED_WAIT_MS = 2_000;
/**
 * HubSpot names no time. Its ten seconds roll on call by call, so room comes back bit by bit and not all at once at their
 * end: waiting them out would waste most of them. Where it goes on refusing, the budget doubles this.
 */
const ROLLING_WAIT_MS = 300;
const SECONDLY_WAIT_MS = 1_000;
const HOUR_MS = 60 * 60_000;

/** What a refusal means for a run. Decides on the status; the texts are for people only. */
export function errorOfRefusal(refusal: HubSpotRefusal, facts: CallFacts): ConnectorError {
  const body = parseErrorBody(refusal.text);
  const answered = redact(body.message ?? '', facts.token);
  const details = { remoteRequestId: body.correlationId ?? refusal.headers['x-hubspot-correlation-id'] };
  const { what } = facts;

  switch (refusal.status) {
    case 401:
      return error('auth', said`HubSpot does not accept the access token: it is wrong, expired or was revoked.`, {
        ...details,
        remedy: said`Reconnect the HubSpot account under Connections.`,
      });
    case 403:
      return forbidden(body, what, answered, details);
    case 404:
      return error('not_found', said`HubSpot could not ${what}: it does not exist or was deleted.`, {
        ...details,
        remedy: said`Check in HubSpot that the record is still there and was not merged into another one.`,
      });
    case 409:
      return error('conflict', couldNot(what, answered), { ...details, problems: cleanProblems(body, facts.token) });
    case 423:
      return error('transient', said`HubSpot has the record locked for a moment.`, {
        ...details,
        retryAfterMs: retryAfterOf(refusal) ?? LOCKED_WAIT_MS,
      });
    case 429:
      return limited(refusal, body, facts, details);
    default:
      break;
  }
  if (refusal.status === 477 || refusal.status === 408 || refusal.status >= 500 || refusal.status < 400) {
    return error('transient', said`HubSpot had a fault (HTTP ${String(refusal.status)}) and did not ${facts.what}.`, {
      ...details,
      retryAfterMs: retryAfterOf(refusal),
    });
  }
  return error('validation', couldNot(what, withoutList(answered)), {
    ...details,
    problems: cleanProblems(body, facts.token),
  });
}

interface Details {
  remoteRequestId?: string | undefined;
  remedy?: Said | undefined;
  retryAfterMs?: number | undefined;
  isGuess?: boolean | undefined;
  problems?: ConnectorError['problems'];
}

function error(errorClass: ErrorClass, message: Said, details: Details): ConnectorError {
  const { remoteRequestId, remedy, retryAfterMs, isGuess, problems } = details;
  return new ConnectorError(errorClass, message, {
    ...(remoteRequestId === undefined ? {} : { remoteRequestId }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(isGuess === undefined ? {} : { isGuess }),
    ...(problems === undefined ? {} : { problems }),
  });
}

function forbidden(body: ErrorBody, what: Said, answered: string, details: Details): ConnectorError {
  const places = [body.context, ...(body.errors ?? []).map((one) => one.context)];
  const scopes = places.flatMap((context) => [
    ...(context?.requiredGranularScopes ?? []),
    ...(context?.requiredScopes ?? []),
    ...(context?.missingScopes ?? []),
  ]);
  if (scopes.length === 0) {
    return error('forbidden', couldNot(what, answered), {
      ...details,
      remedy: said`Give the connected HubSpot user or app the right to this record.`,
    });
  }
  const list = [...new Set(scopes)].join(', ');
  return error('forbidden', said`HubSpot could not ${what}: the connected app lacks the scope ${list}.`, {
    ...details,
    remedy: said`Add ${list} to the app's scopes in HubSpot and reconnect the account.`,
  });
}

function limited(refusal: HubSpotRefusal, body: ErrorBody, facts: CallFacts, details: Details): ConnectorError {
  const text = `${body.policyName ?? ''} ${body.message ?? ''}`.toLowerCase();
  if (text.includes('daily')) {
    return error('rate_limited', said`HubSpot has no calls left for today.`, {
      ...details,
      retryAfterMs: untilNextDay(facts),
      remedy: said`Work goes on by itself after midnight in the time zone of the HubSpot account; its API limit can be raised there.`,
    });
  }
  const named = retryAfterOf(refusal);
  const fallback = /(^|[^_n])secondly/.test(text) ? SECONDLY_WAIT_MS : ROLLING_WAIT_MS;
  return error('rate_limited', said`HubSpot asks for fewer calls for a moment.`, {
    ...details,
    ...(named === undefined ? { retryAfterMs: fallback, isGuess: true } : { retryAfterMs: named }),
  });
}

function retryAfterOf(refusal: HubSpotRefusal): number | undefined {
  const seconds = Number(refusal.headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

/** Where nobody knows when the account's day ends, it is asked again every hour. */
const untilNextDay = ({ now, timeZone }: CallFacts): number =>
  timeZone === undefined ? Math.min(HOUR_MS, msToMidnight(now, timeZone)) : msToMidnight(now, timeZone);

/** Milliseconds from now to the next midnight in the zone; UTC when the zone is unknown. */
export function msToMidnight(now: Date, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timeZone ?? 'UTC',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const passed = (part('hour') * 60 + part('minute')) * 60 + part('second');
  return (24 * 60 * 60 - passed) * 1000;
}

const couldNot = (what: Said, answered: string): Said =>
  answered === '' ? said`HubSpot could not ${what}.` : said`HubSpot could not ${what}: ${answered}`;

/** "Property values were not valid: [{…}]" without the list, which is told as problems. */
const withoutList = (answered: string): string => answered.replace(/:\s*\[\{.*$/s, '.');

const cleanProblems = (body: ErrorBody, token: string): ConnectorError['problems'] =>
  problemsOf(body).map((problem) => ({ subject: problem.subject, message: verbatim(redact(problem.message, token)) }));

const NETWORK_WORDS =
  /fetch failed|socket hang up|terminated|other side closed|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN/i;

/** True for failures below HTTP: whether the call arrived is unknown. */
export function isNetworkFailure(failure: unknown): boolean {
  if (!isNativeError(failure)) return false;
  return NETWORK_WORDS.test(failure.message) || /^(?!ERR_)(E[A-Z]+|UND_ERR)/.test(networkCode(failure) ?? '');
}

function networkCode(failure: Error): string | undefined {
  const holder: unknown = failure.cause ?? failure;
  if (typeof holder !== 'object' || holder === null || !('code' in holder)) return undefined;
  return typeof holder.code === 'string' ? holder.code : undefined;
}

export function errorOfNetwork(failure: unknown, what: Said): ConnectorError {
  const code = isNativeError(failure) ? networkCode(failure) : undefined;
  return new ConnectorError(
    'transient',
    code === undefined
      ? said`The connection to HubSpot broke while trying to ${what}.`
      : said`The connection to HubSpot broke (${code}) while trying to ${what}.`,
  );
}
