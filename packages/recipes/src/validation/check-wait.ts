import { described, parseNumber } from '../expressions/coerce.js';
import { parseInstant } from '../expressions/date-operators.js';
import { isLogic } from '../expressions/is-logic.js';
import { MAX_WAIT_SECONDS } from '../interpret/run-bounds.js';
import type { Json } from '../json.js';
import { number, said } from '../said.js';
import type { Wait } from '../schema/step.js';
import { BOOLEAN, eitherOf, NULL, objectOf, type Shape, shapeOfSchema } from './shape.js';
import type { Passed, StepContext, Visible } from './step-context.js';

/** How long or for what; afterwards `event` and `timed_out` are known. */
export function checkWait(step: Wait, pointer: string, visible: Visible, context: StepContext): Passed {
  const event = checkFor(step.for, `${pointer}/for`, visible, context);
  const shape = objectOf({ event, timed_out: BOOLEAN });
  return { visible: new Map([...visible, [step.id, { shape, certainty: 'always' }]]), stops: false };
}

function checkFor(what: Wait['for'], pointer: string, visible: Visible, context: StepContext): Shape {
  switch (what.kind) {
    case 'seconds':
      checkSeconds(what.seconds, `${pointer}/seconds`, visible, context);
      return NULL;
    case 'until':
      context.value(what.at, `${pointer}/at`, visible);
      if (!isLogic(what.at) && !(typeof what.at === 'string' && parseInstant(what.at))) {
        context.issues.error(
          `${pointer}/at`,
          said`A wait needs an instant such as 2026-01-31T09:30:00Z, not ${described(what.at)}`,
        );
      }
      return NULL;
    case 'event': {
      checkSeconds(what.deadline_seconds, `${pointer}/deadline_seconds`, visible, context);
      const connector = context.connector(what.connector, `${pointer}/connector`);
      const problem = said`Connector "${what.connector}" has no trigger "${what.trigger}"`;
      const trigger = connector && context.named(connector.triggers, what.trigger, `${pointer}/trigger`, problem);
      const event = shapeOfSchema(trigger?.dataSchema);
      if (what.when !== undefined) context.condition(what.when, `${pointer}/when`, context.known(visible, { event }));
      return eitherOf([event, NULL]);
    }
  }
}

function checkSeconds(value: Json, pointer: string, visible: Visible, context: StepContext): void {
  context.value(value, pointer, visible);
  if (isLogic(value)) return;
  const seconds = parseNumber(value);
  if (seconds !== null && seconds >= 0 && seconds <= MAX_WAIT_SECONDS) return;
  context.issues.error(
    pointer,
    said`A wait lasts from 0 to ${number(MAX_WAIT_SECONDS)} seconds (366 days), not ${described(value)}`,
  );
}
