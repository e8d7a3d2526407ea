import { z } from 'zod';
import { definePickList } from '../sdk/pick-list.js';
import { said } from '../sdk/said.js';
import type { HubSpotGateway } from './client.js';
import { isWritable } from './properties/definition.js';

export const WritableObject = z.enum(['deals', 'companies', 'contacts']);

export const pipelines = definePickList<HubSpotGateway>()({
  key: 'pipelines',
  title: said`Deal pipelines`,
  input: z.strictObject({}),
  async load(gateway) {
    return (await gateway.pipelines()).map(({ id, label }) => ({ value: id, label }));
  },
});

export const stages = definePickList<HubSpotGateway>()({
  key: 'stages',
  title: said`Stages of a pipeline`,
  input: z.strictObject({ pipeline: z.string() }),
  async load(gateway, { pipeline }) {
    const chosen = (await gateway.pipelines()).find((one) => one.id === pipeline);
    return (chosen?.stages ?? []).map(({ id, label }) => ({ value: id, label }));
  },
});

export const properties = definePickList<HubSpotGateway>()({
  key: 'properties',
  title: said`Properties that can be written`,
  input: z.strictObject({ object: z.enum([...WritableObject.options, 'line_items']) }),
  async load(gateway, { object }) {
    const writable = (await gateway.definitions(object, true)).filter((one) => isWritable(one) && !one.hidden);
    const items = writable.map((one) => {
      const offered = one.options.filter((option) => !option.hidden).map((option) => option.label);
      const hint =
        offered.length > 0
          ? `${one.type}: ${offered.slice(0, 5).join(', ')}${offered.length > 5 ? ', …' : ''}`
          : one.isMoney
            ? 'number: currency'
            : one.type;
      const options = one.options.map(({ value, label }) => ({ value, label }));
      return { value: one.name, label: one.label, hint, ...(options.length > 0 && { options }) };
    });
    return items.sort((a, b) => a.label.localeCompare(b.label));
  },
});

export const owners = definePickList<HubSpotGateway>()({
  key: 'owners',
  title: said`Owners`,
  input: z.strictObject({}),
  async load(gateway) {
    return (await gateway.owners()).map((owner) => ({
      value: owner.id,
      label: owner.name,
      ...(owner.email === null ? {} : { hint: owner.email }),
    }));
  },
});
