import { afterEach, describe, expect, it } from '@jest/globals';
import type { Setting } from '@tandem/recipes';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { serveApi, type LocalApi } from '../testing/serve.js';
import { show } from '../testing/show.js';
import type { SettingValues } from './settings-form.js';
import { SettingsForm } from './SettingsForm.js';

const settings: Setting[] = [
  { key: 'pipeline', title: 'Pipeline', type: 'choice', from: { connector: 'hubspot', pickList: 'pipelines' } },
  {
    key: 'stages',
    title: 'Stage per status',
    type: 'mapping',
    keys: { connector: 'pandadoc', pickList: 'statuses' },
    values: { connector: 'hubspot', pickList: 'stages', input: { pipeline: 'pipeline' } },
  },
  {
    key: 'statuses',
    title: 'When the document is',
    type: 'choices',
    from: { connector: 'pandadoc', pickList: 'statuses', only: ['document.completed', 'document.sent'] },
  },
  { key: 'add', title: 'Add and delete', type: 'switch' },
];

const lists: Record<string, { value: string; label: string }[]> = {
  pipelines: [
    { value: 'default', label: 'Sales' },
    { value: 'renewals', label: 'Renewals' },
  ],
  statuses: [
    { value: 'document.sent', label: 'Sent' },
    { value: 'document.viewed', label: 'Viewed' },
    { value: 'document.completed', label: 'Completed' },
  ],
  stages: [{ value: 'won', label: 'Closed won' }],
};

let api: LocalApi;
afterEach(() => {
  api.close();
});

async function showForm(first: SettingValues, problems: Record<string, string> = {}) {
  api = await serveApi(({ what }) => ({ body: { items: lists[what.split('/').at(-1) ?? ''] ?? [] } }));
  let current = first;
  const Form = () => {
    const [values, setValues] = useState(first);
    current = values;
    return <SettingsForm recipe="r" settings={settings} values={values} problems={problems} onChange={setValues} />;
  };
  const user = await show(<Form />);
  return { user, values: () => current };
}

const stagesAsked = () => api.asked.filter(({ what }) => what.endsWith('/stages')).map(({ body }) => body);

describe('the form of a recipe', () => {
  it('asks for the stages of the chosen pipeline, and only then', async () => {
    const { user, values } = await showForm({ pipeline: null, stages: {} });
    expect(await screen.findByText('Choose what stands above first.')).toBeInTheDocument();
    expect(stagesAsked()).toEqual([]);
    await user.click(await screen.findByRole('combobox', { name: 'Pipeline' }));
    await user.click(await screen.findByRole('option', { name: 'Renewals' }));
    expect(values().pipeline).toBe('renewals');
    await screen.findByRole('combobox', { name: 'Add to “Stage per status”' });
    expect(stagesAsked()).toEqual([{ input: { pipeline: 'renewals' } }]);
  });

  it('maps a status to a stage, and takes it out again', async () => {
    const { user, values } = await showForm({ pipeline: 'default', stages: {} });
    await user.click(await screen.findByRole('combobox', { name: 'Add to “Stage per status”' }));
    await user.click(await screen.findByRole('option', { name: 'Viewed' }));
    await user.click(screen.getByRole('combobox', { name: 'For Viewed' }));
    await user.click(await screen.findByRole('option', { name: 'Closed won' }));
    expect(values().stages).toEqual({ 'document.viewed': 'won' });
    await user.click(screen.getByRole('button', { name: 'Remove Viewed' }));
    expect(values().stages).toEqual({});
  });

  it('offers only the choices that the recipe allows, in its order', async () => {
    const { user, values } = await showForm({ pipeline: 'default', stages: {}, statuses: ['document.sent'] });
    const boxes = await screen.findAllByRole('checkbox');
    expect(boxes.map((box) => box.getAttribute('value'))).toEqual(['document.completed', 'document.sent']);
    await user.click(screen.getByRole('checkbox', { name: 'Completed' }));
    expect(values().statuses).toEqual(['document.sent', 'document.completed']);
  });

  it('says what is wrong at the very field', async () => {
    await showForm(
      { pipeline: 'default', stages: { 'document.sent': 'gone' } },
      { 'stages/document.sent': 'There is no such stage', pipeline: 'Must be filled in' },
    );
    expect(await screen.findByRole('combobox', { name: 'Pipeline' })).toHaveAccessibleDescription(/Must be filled in/);
    expect(await screen.findByRole('combobox', { name: 'For Sent' })).toHaveAccessibleDescription(/no such stage/);
  });

  it('says why there is nothing to choose, and asks again', async () => {
    let answers = 0;
    api = await serveApi(({ what }) => {
      if (!what.endsWith('/pipelines')) return { body: { items: [] } };
      answers += 1;
      return answers === 1
        ? { status: 409, body: { title: 'Conflict', status: 409, type: 'x', detail: 'HubSpot is not connected.' } }
        : { body: { items: lists.pipelines } };
    });
    const user = await show(
      <SettingsForm recipe="r" settings={settings.slice(0, 1)} values={{}} problems={{}} onChange={() => undefined} />,
    );
    expect(await screen.findByText(/HubSpot is not connected/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await user.click(await screen.findByRole('combobox', { name: 'Pipeline' }));
    expect(await screen.findByRole('option', { name: 'Sales' })).toBeInTheDocument();
  });
});
