import type { Recipe } from '../schema/recipe.js';
import type { Catalogue } from './catalogue.js';
import {
  BOOLEAN,
  eitherOf,
  type Kind,
  LIST,
  NULL,
  NUMBER,
  objectOf,
  type Shape,
  shapeOfSchema,
  TEXT,
} from './shape.js';

/** What the engine adds to the trigger of a recipe that is switched on per template, whatever woke it. */
export const TEMPLATE_TRIGGER = [
  'document_id',
  'document_name',
  'status',
  'template_id',
  'template_name',
  'deal_id',
  'occurred_at',
] as const;

const INPUT_SHAPES: Record<string, Shape> = {
  text: TEXT,
  number: NUMBER,
  boolean: BOOLEAN,
  list: LIST,
  object: undefined,
};

/** What `trigger` is in a recipe; unknown where its trigger is. */
export function shapeOfTrigger({ trigger, offer }: Recipe, catalogue: Catalogue): Shape {
  if (trigger.kind === 'call') {
    const fields = Object.entries(trigger.input).map(([key, { type, required }]) => {
      const shape = INPUT_SHAPES[type];
      return [key, required ? shape : eitherOf([shape, NULL])] as const;
    });
    return objectOf(Object.fromEntries(fields));
  }
  const connector = catalogue.connectors.find(({ key }) => key === trigger.connector);
  const data = shapeOfSchema(connector?.triggers.find(({ key }) => key === trigger.trigger)?.dataSchema);
  return offer === 'template' ? data?.map(withTemplateData) : data;
}

function withTemplateData(kind: Kind): Kind {
  if (kind.type !== 'object') return kind;
  const added: readonly string[] = TEMPLATE_TRIGGER;
  return {
    type: 'object',
    keys: [...new Set([...kind.keys, ...added])],
    member: (key) => (added.includes(key) ? TEXT : kind.member(key)),
  };
}
