import { described, parseNumber } from '../expressions/coerce.js';
import { parseInstant } from '../expressions/date-operators.js';
import type { Json } from '../json.js';
import { number, said } from '../said.js';
import type { Wait } from '../schema/step.js';
import type { WaitCommand } from './command.js';
import { type Frame, GO_ON, type Running, StepError } from './frame.js';
import { MAX_WAIT_SECONDS } from './run-bounds.js';

/** Asks for a pause; afterwards `steps.<id>` is {event, timed_out}, the event being null after a wait for a time. */
export function* runWait(step: Wait, frame: Frame, pointer: string): Running {
  const path = frame.pathOf(step);
  const awaited = yield* whatFor(step, frame, `${pointer}/for`);
  const { event, timed_out } = yield* frame.ask({ kind: 'wait', path, step, for: awaited }, 'waited');
  frame.keep(step, { event, timed_out });
  return GO_ON;
}

function* whatFor(step: Wait, frame: Frame, pointer: string): Running<WaitCommand['for']> {
  switch (step.for.kind) {
    case 'until':
      return { kind: 'until', at: readInstant(step, frame, `${pointer}/at`, step.for.at) };
    case 'seconds':
      return { kind: 'until', at: yield* fromNow(step, frame, `${pointer}/seconds`, step.for.seconds) };
    case 'event': {
      const { connector, trigger, when = true } = step.for;
      const deadline = yield* fromNow(step, frame, `${pointer}/deadline_seconds`, step.for.deadline_seconds);
      return { kind: 'event', connector, trigger, when, deadline, scope: frame.snapshot() };
    }
  }
}

/** The instant so many seconds after the wait began. When that was is for the journal to say. */
function* fromNow(step: Wait, frame: Frame, pointer: string, value: Json): Running<string> {
  const evaluated = frame.evaluate(step, pointer, value);
  const seconds = parseNumber(evaluated);
  if (seconds === null || seconds < 0 || seconds > MAX_WAIT_SECONDS) {
    const message = said`A wait lasts from 0 to ${number(MAX_WAIT_SECONDS)} seconds (366 days), not ${described(evaluated)}`;
    throw new StepError(frame.pathOf(step), pointer, 'validation', message);
  }
  const { since } = yield* frame.ask({ kind: 'begin_wait', path: frame.pathOf(step), step }, 'waiting');
  return new Date(Date.parse(since) + Math.round(seconds * 1000)).toISOString();
}

function readInstant(step: Wait, frame: Frame, pointer: string, value: Json): string {
  const evaluated = frame.evaluate(step, pointer, value);
  const instant = typeof evaluated === 'string' ? parseInstant(evaluated) : undefined;
  if (instant) return instant.toISOString();
  const message = said`A wait needs an instant such as 2026-01-31T09:30:00Z, not ${described(evaluated)}`;
  throw new StepError(frame.pathOf(step), pointer, 'validation', message);
}
