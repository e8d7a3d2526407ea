import type { Action, Connector, PickList, Trigger } from '@tandem/connectors';
import { z } from 'zod';
import { jsonSchema } from './json-schema.js';

const Schema = z.record(z.string(), z.unknown()).describe('JSON Schema, draft 2020-12');

export const ConnectorSummary = z
  .object({ key: z.string(), title: z.string(), default_base_url: z.string() })
  .meta({ id: 'ConnectorSummary' });
export type ConnectorSummary = z.output<typeof ConnectorSummary>;

export const ConnectorView = ConnectorSummary.extend({
  credentials: Schema,
  triggers: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      description: z.string(),
      subject: z.enum(['document', 'deal']).describe('What its events are about'),
      data: Schema.describe('What recipes see as `trigger`'),
    }),
  ),
  actions: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      description: z.string(),
      effect: z.enum(['read', 'write']).describe('`write`: it can be previewed, and its changes are recorded'),
      input: Schema.describe('What the step takes; `pickList` and `dependsOn` beside a property offer live choices'),
      output: Schema.describe('What later steps see as `steps.<id>`'),
    }),
  ),
  pick_lists: z.array(z.object({ key: z.string(), title: z.string(), input: Schema })),
}).meta({ id: 'Connector' });
export type ConnectorView = z.output<typeof ConnectorView>;

export const summaryOf = ({ key, title, defaultBaseUrl }: Connector): ConnectorSummary => ({
  key,
  title,
  default_base_url: defaultBaseUrl,
});

/** Everything a form, a pill picker or a validator needs to know of a connector; plain JSON. */
export const viewOf = (connector: Connector): ConnectorView => ({
  ...summaryOf(connector),
  credentials: jsonSchema(connector.credentials, 'input'),
  triggers: connector.triggers.map(triggerView),
  actions: connector.actions.map(actionView),
  pick_lists: connector.pickLists.map(pickListView),
});

const triggerView = ({ key, title, description, subject, data }: Trigger<unknown>) => ({
  key,
  title,
  description,
  subject,
  data: jsonSchema(data, 'output'),
});

const actionView = ({ key, title, description, effect, input, output }: Action<unknown>) => ({
  key,
  title,
  description,
  effect,
  input: jsonSchema(input, 'input'),
  output: jsonSchema(output, 'output'),
});

const pickListView = ({ key, title, input }: PickList<unknown>) => ({ key, title, input: jsonSchema(input, 'input') });
