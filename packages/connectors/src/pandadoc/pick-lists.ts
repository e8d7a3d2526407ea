import { z } from 'zod';
import { definePickList, type PickListItem } from '../sdk/pick-list.js';
import { number, said } from '../sdk/said.js';
import type { PandaDocGateway } from './client.js';
import { statuses } from './statuses.js';
import { readFolders, readTemplate, readTemplates } from './templates.js';

const define = definePickList<PandaDocGateway>();
const Nothing = z.strictObject({});
const OfTemplate = z.strictObject({ template_id: z.string().min(1) });

export const templateList = define({
  key: 'templates',
  title: said`Templates`,
  input: Nothing,
  load: async (gateway) => (await readTemplates(gateway)).map(({ id, name }) => ({ value: id, label: name })),
});

export const statusList = define({
  key: 'statuses',
  title: said`Document statuses`,
  input: Nothing,
  load: () => Promise.resolve(statuses.map(({ value, label }) => ({ value, label }))),
});

export const templateFieldList = define({
  key: 'template_fields',
  title: said`Fields of a template`,
  input: OfTemplate,
  async load(gateway, { template_id: templateId }) {
    const { fields } = await readTemplate(gateway, templateId);
    return distinct(
      fields.flatMap(({ merge_field: name, type }) =>
        name === null || name === '' ? [] : [{ value: name, label: name, hint: type.replaceAll('_', ' ') }],
      ),
    );
  },
});

export const templateTokenList = define({
  key: 'template_tokens',
  title: said`Variables of a template`,
  input: OfTemplate,
  async load(gateway, { template_id: templateId }) {
    const { tokens } = await readTemplate(gateway, templateId);
    return distinct(tokens.map(({ name }) => ({ value: name, label: name })));
  },
});

export const templateTableList = define({
  key: 'template_tables',
  title: said`Pricing tables and quotes of a template`,
  input: OfTemplate,
  async load(gateway, { template_id: templateId }) {
    const { pricing } = await readTemplate(gateway, templateId);
    return distinct([
      ...pricing.tables.map(({ name }) => ({ value: name, label: name, hint: said`Pricing table` })),
      ...pricing.quotes.map(({ id }, index) => ({
        value: id,
        label: said`Quote ${number(index + 1)}`,
        hint: said`Quote`,
      })),
    ]);
  },
});

/** Two levels: deeper folders are rare, and each parent costs a call. */
export const folderList = define({
  key: 'folders',
  title: said`Document folders`,
  input: Nothing,
  async load(gateway) {
    const items: PickListItem[] = [];
    for (const parent of await readFolders(gateway)) {
      items.push({ value: parent.uuid, label: parent.name });
      if (!parent.has_folders) continue;
      const inner = await readFolders(gateway, parent.uuid);
      items.push(...inner.map(({ uuid, name }) => ({ value: uuid, label: `${parent.name} / ${name}` })));
    }
    return items;
  },
});

const distinct = (items: PickListItem[]): PickListItem[] => [
  ...new Map(items.map((item) => [item.value, item])).values(),
];
