import { ConnectorError, type ErrorClass, type Problem } from '@tandem/connectors';
import { type Said, said, verbatim } from '@tandem/recipes';
import { storableText } from '../database/jsonb.js';
import { GIVE_UP_AFTER_MS, retryDelayMs } from '../queue/retry-delay.js';

/** How far a step had come: what a failure means for the deal depends on it. */
export type Phase = 'before_writing' | 'while_writing';

/** A failure as it is journalled and shown. Holds no stack and no secret. */
export interface StepError {
  class: ErrorClass;
  /** What happened. */
  message: Said;
  /** What it means for the deal and the document. */
  consequence: Said;
  /** Who can fix it, and where. */
  remedy: Said;
  problems: Problem[];
  remote_request_id: string | null;
}

/** What is done about a failure. */
export type Outcome =
  | { kind: 'retry'; at: Date; error: StepError }
  | { kind: 'pause_connection'; error: StepError }
  | { kind: 'fail'; error: StepError };

/** The one place where a thrown error becomes a decision. `attempt` counts from 1; `random` is in [0, 1). */
export function outcomeOf(
  thrown: unknown,
  at: { phase: Phase; attempt: number; firstAttemptAt: Date; now: Date; random: number },
): Outcome {
  const error = toStepError(thrown, at.phase);
  switch (error.class) {
    case 'transient':
    case 'rate_limited': {
      const wish = thrown instanceof ConnectorError ? thrown.retryAfterMs : undefined;
      const next = new Date(at.now.getTime() + retryDelayMs(at.attempt, at.random, wish));
      const givenUp = next.getTime() - at.firstAttemptAt.getTime() > GIVE_UP_AFTER_MS;
      return givenUp ? { kind: 'fail', error } : { kind: 'retry', at: next, error };
    }
    case 'auth':
      return { kind: 'pause_connection', error };
    case 'validation':
    case 'not_found':
    case 'conflict':
    case 'forbidden':
    case 'bug':
      return { kind: 'fail', error };
  }
}

export function toStepError(thrown: unknown, phase: Phase): StepError {
  const known = thrown instanceof ConnectorError ? thrown : undefined;
  const errorClass = known?.errorClass ?? 'bug';
  return {
    class: errorClass,
    message: known ? verbatim(storableText(known.message)) : said`Tandem made a mistake while doing this step.`,
    consequence: CONSEQUENCES[phase],
    remedy: known?.remedy ?? REMEDIES[errorClass],
    problems: known?.problems ?? [],
    remote_request_id: known?.remoteRequestId ?? null,
  };
}

const CONSEQUENCES: Record<Phase, Said> = {
  before_writing: said`This step changed nothing.`,
  while_writing: said`Some of this step’s changes may have been made; the next attempt looks first and makes only what is missing.`,
};

const REMEDIES: Record<ErrorClass, Said> = {
  transient: said`It is tried again by itself; if it lasts, see whether the remote system has an incident.`,
  rate_limited: said`It is tried again by itself as soon as the account’s limits allow.`,
  auth: said`Someone who may manage connections reconnects the account under Connections; the runs that wait go on then.`,
  validation: said`Correct the named values in the document, the deal or the automation’s settings, then retry the run.`,
  not_found: said`Check that the document or deal still exists, then retry the run.`,
  conflict: said`Bring the document or deal into the state that the message names, then retry the run.`,
  forbidden: said`Someone who may manage the account grants the missing permission, then retry the run.`,
  bug: said`The log of the server holds the details under this run’s id; please report them.`,
};

export const isErrorClass = (name: string): name is ErrorClass => Object.hasOwn(REMEDIES, name);
