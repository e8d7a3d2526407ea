import type { Recipe, Step } from '@tandem/recipes';
import type { Connectors } from '../model/connectors.js';
import { fieldOfPath, sourcesAt } from '../model/pills-in-scope.js';
import { readField } from '../model/schema-field.js';

/** A new step as it is offered: what is searched for, and the step itself. */
export interface Choice {
  key: string;
  group: string;
  title: string;
  about: string;
  connector: string | undefined;
  kind: Step['kind'];
  step: Step;
}

/** Those whose words, first of all those of their title, begin with each word that was typed, whatever the accents; all of them for none. */
export function searchChoices(choices: readonly Choice[], typed: string): Choice[] {
  const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const holds = (text: string): boolean => {
    const words = plain(text).split(/[\s_:./'’-]+/);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
  const called = choices.filter(({ title }) => holds(title));
  const about = choices.filter(
    (choice) => !called.includes(choice) && holds(`${choice.title} ${choice.about} ${choice.group} ${choice.key}`),
  );
  return [...called, ...about];
}

/** Inputs that are plain to see are filled in: an input called as a value of the trigger takes it. */
export function newAction(recipe: Recipe, connectors: Connectors, connector: string, action: string): Step {
  const found = connectors.find(({ key }) => key === connector)?.actions.find(({ key }) => key === action);
  const trigger = sourcesAt(recipe, 'trigger', connectors);
  const input = [...readField(found?.input).members].flatMap(([key, field]) => {
    const isKnown = field.required && key.endsWith('_id') && fieldOfPath(`trigger.${key}`, trigger) !== undefined;
    return isKnown ? [[key, { var: `trigger.${key}` }] as const] : [];
  });
  return { id: action, kind: 'action', connector, action, input: Object.fromEntries(input) };
}

/** Steps that steer. They are complete as far as they can be. */
export const STEERING: readonly Exclude<Step, { kind: 'action' }>[] = [
  { id: 'check', kind: 'if', branches: [{ when: true, steps: [] }] },
  { id: 'each', kind: 'forEach', items: [], steps: [] },
  { id: 'attempt', kind: 'try', steps: [], onError: [] },
  { id: 'wait', kind: 'wait', for: { kind: 'seconds', seconds: 3600 } },
  { id: 'stop', kind: 'stop', outcome: 'succeeded', message: '' },
  { id: 'call', kind: 'call', recipe: '', input: {} },
];
