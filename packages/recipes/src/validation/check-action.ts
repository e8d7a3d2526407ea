import { said } from '../said.js';
import type { Action } from '../schema/step.js';
import { shapeOfSchema } from './shape.js';
import type { Passed, StepContext, Visible } from './step-context.js';

/** The connector, the action and its inputs; afterwards the action's output is known. */
export function checkAction(step: Action, pointer: string, visible: Visible, context: StepContext): Passed {
  const connector = context.connector(step.connector, `${pointer}/connector`);
  const problem = said`Connector "${step.connector}" has no action "${step.action}"`;
  const action = connector && context.named(connector.actions, step.action, `${pointer}/action`, problem);
  context.inputs(step.input, action?.inputSchema, `${pointer}/input`, visible);
  const shape = shapeOfSchema(action?.outputSchema);
  return { visible: new Map([...visible, [step.id, { shape, certainty: 'always' }]]), stops: false };
}
