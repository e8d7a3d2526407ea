import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { Recipe } from '@tandem/recipes';
import { useState } from 'react';
import { serveApi, type LocalApi } from '../../testing/serve.js';
import { show } from '../../testing/show.js';
import { EditProvider } from '../edit/edit-context.js';
import { connectors } from '../testing/connectors.js';
import { SettingsBuilder } from './SettingsBuilder.js';

const RECIPE: Recipe = {
  format: 1,
  key: 'move',
  name: 'Move',
  offer: 'template',
  settings: [
    { key: 'status', title: 'Status', type: 'choice', from: { connector: 'pandadoc', pickList: 'statuses' } },
    { key: 'words', title: 'Words', type: 'text', default: 'Hello' },
  ],
  trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
  steps: [{ id: 'stop', kind: 'stop', outcome: 'succeeded', message: { var: 'settings.words' } }],
};

let api: LocalApi;
let latest: Recipe;
afterEach(() => {
  api.close();
});

function Stage({ begin }: { begin: Recipe }) {
  const [recipe, setRecipe] = useState(begin);
  const given = { issues: [], sample: undefined, sources: [], isReadOnly: false, readBefore: undefined };
  return (
    <EditProvider value={{ recipe, connectors, ...given }}>
      <SettingsBuilder
        onChange={(next) => {
          latest = next;
          setRecipe(next);
        }}
      />
    </EditProvider>
  );
}

async function open(begin = RECIPE) {
  api = await serveApi(() => ({ body: { items: [{ value: 'document.sent', label: 'Sent' }] } }));
  return show(<Stage begin={begin} />);
}

describe('what a recipe asks for', () => {
  it('is added, called something, and shown as it will be filled in', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Add a setting' }));
    const label = screen.getByRole('textbox', { name: 'Label' });
    await user.clear(label);
    await user.type(label, 'Amount');
    expect(latest.settings[2]).toEqual({ key: 'new_setting', title: 'Amount', type: 'text' });
    const preview = screen.getByRole('group', { name: /As it is filled in/ });
    expect(within(preview).getByLabelText('Amount')).toBeInTheDocument();
    expect(within(preview).getByLabelText('Words')).toHaveValue('Hello');
  });

  it('is renamed together with the values that refer to it', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: /^Words/ }));
    const key = screen.getByRole('textbox', { name: 'Name in formulas' });
    await user.clear(key);
    await user.type(key, 'text{Enter}');
    expect(latest.settings[1]?.key).toBe('text');
    expect(latest.steps).toMatchObject([{ message: { var: 'settings.text' } }]);
  });

  it('is a part of a list that hangs on another setting, once that one has a default', async () => {
    const stages = { connector: 'hubspot', pickList: 'stages', input: { pipeline: 'words' } };
    const stage = { key: 'stage', title: 'Stage', type: 'choice', from: stages } as const;
    const words = { key: 'words', title: 'Words', type: 'text' } as const;
    const user = await open({ ...RECIPE, settings: [words, stage] });
    await user.click(screen.getByRole('button', { name: /^Stage/ }));
    expect(screen.getByRole('combobox', { name: 'Only these' })).toHaveAccessibleDescription(/depends on “Words”/);

    await user.click(screen.getByRole('button', { name: /^Words/ }));
    await user.type(screen.getByRole('textbox', { name: 'Default' }), 'sales');
    await user.click(screen.getByRole('button', { name: /^Stage/ }));
    const only = screen.getByRole('combobox', { name: 'Only these' });
    expect(only).not.toHaveAccessibleDescription(/depends/);
    await user.click(only);
    await screen.findAllByRole('option', { name: 'Sent', hidden: true });
    await user.keyboard('{ArrowDown}{Enter}');
    expect(latest.settings[1]).toEqual({ ...stage, from: { ...stages, only: ['document.sent'] } });
  });

  it('is put into another order and removed', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Move Words up' }));
    expect(latest.settings.map(({ key }) => key)).toEqual(['words', 'status']);
    expect(screen.getByRole('button', { name: 'Move Words down' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Remove Status' }));
    expect(latest.settings.map(({ key }) => key)).toEqual(['words']);
  });

  it('can be written as JSON, too', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: 'JSON' }));
    expect(screen.getByRole('textbox', { name: 'Settings' })).toHaveValue(JSON.stringify(RECIPE.settings, null, 2));
  });
});
