import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { Issue, Json } from '@tandem/recipes';
import { useState } from 'react';
import { serveApi, type LocalApi } from '../../testing/serve.js';
import { show } from '../../testing/show.js';
import { EditProvider } from '../edit/edit-context.js';
import { sourcesAt } from '../model/pills-in-scope.js';
import { plainField, readField, type Field } from '../model/schema-field.js';
import { connectors } from '../testing/connectors.js';
import { makeRecipe, note, readDeal, readDocument } from '../testing/make-recipe.js';
import { ValueField } from './ValueField.js';

const recipe = makeRecipe([readDocument(), readDeal(), note()]);
const sources = sourcesAt(recipe, { step: 'note' }, connectors);
const given = { recipe, connectors, sources, sample: undefined, isReadOnly: false, readBefore: undefined };

const CONDITION = readField({
  type: 'array',
  items: {
    type: 'object',
    properties: { property: { type: 'string' }, operator: { enum: ['equals', 'at_least'], default: 'equals' } },
    required: ['property'],
  },
});

let api: LocalApi | undefined;
let latest: Json | undefined;
let parts: string[] = [];
afterEach(() => {
  api?.close();
  parts = [];
});

interface Begin {
  field: Field;
  value: Json | undefined;
  label?: string;
  issues?: Issue[];
  pointer?: string;
  inputs?: Record<string, Json>;
}

function Stage({ field, value: first, label = 'Where', issues = [], pointer = '/where', inputs }: Begin) {
  const [value, setValue] = useState(first);
  return (
    <EditProvider value={{ ...given, issues }}>
      <ValueField
        label={label}
        field={field}
        pointer={pointer}
        value={value}
        connector="hubspot"
        {...(inputs && { inputs })}
        onChange={(next, part = '') => {
          parts.push(part);
          latest = next;
          setValue(next);
        }}
      />
    </EditProvider>
  );
}

describe('a list of groups', () => {
  it('grows by a form for each, and is gone when the last is taken away', async () => {
    const user = await show(<Stage field={CONDITION} value={undefined} />);
    await user.click(screen.getByRole('button', { name: 'Add to Where' }));
    const first = screen.getByRole('group', { name: 'Where 1' });
    await user.type(within(first).getByRole('textbox', { name: 'Property' }), 'amount');
    expect(latest).toEqual([{ property: 'amount' }]);
    expect(new Set(parts)).toEqual(new Set(['/add0', '/0/property'])); // two steps back, not one or seven
    await user.click(screen.getByRole('button', { name: 'Remove Where 1' }));
    expect(latest).toBeUndefined();
  });

  it('is put into another order', async () => {
    const user = await show(<Stage field={CONDITION} value={[{ property: 'a' }, { property: 'b' }]} />);
    await user.click(screen.getByRole('button', { name: 'Move Where 2 up' }));
    expect(latest).toEqual([{ property: 'b' }, { property: 'a' }]);
  });

  it('takes a value of an earlier step in any of its fields, and can be written as JSON', async () => {
    const user = await show(<Stage field={CONDITION} value={[{ property: 'a' }]} />);
    await user.click(screen.getByRole('button', { name: 'Insert a value into Operator' }));
    await user.type(
      await screen.findByRole('textbox', { name: 'Search values', hidden: true }),
      'get a deal amount{Enter}',
    );
    expect(latest).toEqual([{ property: 'a', operator: { var: 'steps.deal.amount' } }]);
    await user.click(screen.getByRole('button', { name: 'Edit Where as a formula' }));
    expect(screen.getByRole('textbox', { name: 'Where' })).toHaveValue(JSON.stringify(latest, null, 2));
  });

  it('says what is wrong at the field that it is about', async () => {
    const issue: Issue = { pointer: '/where/0/property', message: 'There is no such property', severity: 'error' };
    await show(<Stage field={CONDITION} value={[{ property: 'a' }]} issues={[issue]} />);
    expect(screen.getAllByText('There is no such property')).toHaveLength(1);
    expect(screen.getByRole('textbox', { name: 'Property' })).toBeInvalid();
  });
});

describe('a pill in a field for an id', () => {
  const open = () =>
    show(<Stage field={plainField('text')} value={{ var: 'trigger.deal_id' }} label="Deal id" pointer="/deal_id" />);
  const search = () => screen.findByRole('textbox', { name: 'Search values', hidden: true });

  it('makes room for another, chosen at the pill itself', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Choose another value than Trigger › deal id' }));
    await user.type(await search(), 'get a deal id{Enter}');
    expect(latest).toEqual({ var: 'steps.deal.id' });
    expect(screen.getByRole('button', { name: 'Choose another value than 2 Get a deal › id' })).toBeVisible();
  });

  it('makes room for another, chosen as for any field', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Insert a value into Deal id' }));
    await user.type(await search(), 'get a deal id{Enter}');
    expect(latest).toEqual({ var: 'steps.deal.id' });
  });

  it('leaves the keyboard in the empty field when it is taken out', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Remove Trigger › deal id' }));
    expect(latest).toBeUndefined();
    expect(screen.getByRole('textbox', { name: 'Deal id' })).toHaveFocus();
  });
});

it('puts one value more beside the words of a list, and a list in their place', async () => {
  const words = readField({ type: 'array', items: { type: 'string' } });
  const user = await show(<Stage field={words} value={['closedate']} />);
  const insert = async (name: string, pill: string) => {
    await user.click(screen.getByRole('button', { name: `Insert a value into ${name}` }));
    await user.type(await screen.findByRole('textbox', { name: 'Search values', hidden: true }), `${pill}{Enter}`);
  };
  await insert('Where', 'get a deal amount');
  expect(latest).toEqual(['closedate', { var: 'steps.deal.amount' }]);
  await insert('Where', 'get a document rows');
  expect(latest).toEqual({ var: 'steps.document.rows' });
});

it('asks for each member of a group, and leaves out what is not filled in', async () => {
  const discount = readField({
    type: 'object',
    properties: { type: { enum: ['percent'] }, value: { type: 'string' } },
  });
  const user = await show(<Stage field={discount} value={undefined} label="Discount" />);
  const value = within(screen.getByRole('group', { name: 'Discount' })).getByRole('textbox', { name: 'Value' });
  await user.type(value, '5');
  expect(latest).toEqual({ value: '5' });
  await user.clear(value);
  expect(latest).toBeUndefined();
});

describe('names with values', () => {
  it('are typed where they are not known', async () => {
    const user = await show(<Stage field={plainField('object')} value={{ deal: '5' }} label="Metadata" />);
    await user.type(screen.getByRole('textbox', { name: 'Add to Metadata' }), 'owner{Enter}');
    await user.type(screen.getByRole('textbox', { name: 'owner' }), 'me');
    expect(latest).toEqual({ deal: '5', owner: 'me' });
    await user.click(screen.getByRole('button', { name: 'Remove deal' }));
    expect(latest).toEqual({ owner: 'me' });
  });

  it('are chosen from a live list where there is one, and called what it calls them', async () => {
    api = await serveApi(() => ({ body: { items: [{ value: 'closedate', label: 'Close date' }] } }));
    const pickList = { key: 'properties', dependsOn: ['object'] };
    const properties = { ...plainField('object'), pickList };
    const user = await show(
      <Stage field={properties} value={undefined} label="Properties" inputs={{ object: 'deals' }} />,
    );
    await user.click(await screen.findByRole('combobox', { name: 'Add to Properties' }));
    await user.click(await screen.findByRole('option', { name: 'Close date', hidden: true }));
    await user.type(screen.getByRole('textbox', { name: 'Close date' }), '2026-05-31');
    expect(latest).toEqual({ closedate: '2026-05-31' });
  });
});
