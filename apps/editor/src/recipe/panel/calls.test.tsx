import { afterEach, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { Call, Recipe } from '@tandem/recipes';
import { useState } from 'react';
import { serveApi, type LocalApi } from '../../testing/serve.js';
import { show } from '../../testing/show.js';
import { EditProvider } from '../edit/edit-context.js';
import { sourcesAt } from '../model/pills-in-scope.js';
import { connectors } from '../testing/connectors.js';
import { makeRecipe, note, readDeal } from '../testing/make-recipe.js';
import { CallForm } from './CallForm.js';
import { TriggerForm } from './TriggerForm.js';

let api: LocalApi | undefined;
let latest: Recipe;
afterEach(() => {
  api?.close();
});

const given = { connectors, issues: [], sample: undefined, sources: [], isReadOnly: false, readBefore: undefined };

function Caller() {
  const [step, setStep] = useState<Call>({ id: 'call', kind: 'call', recipe: '', input: {} });
  return (
    <EditProvider value={{ ...given, recipe: makeRecipe([step]) }}>
      <CallForm
        step={step}
        pointer="/steps/0"
        onChange={(next) => {
          if (next.kind !== 'call') return;
          latest = makeRecipe([next]);
          setStep(next);
        }}
      />
    </EditProvider>
  );
}

function Called() {
  const [recipe, setRecipe] = useState(makeRecipe([readDeal(), note('note', { var: 'trigger.deal' })]));
  return (
    <EditProvider value={{ ...given, recipe, sources: sourcesAt(recipe, 'end', connectors) }}>
      <TriggerForm
        onChange={(next) => {
          latest = next;
          setRecipe(next);
        }}
      />
    </EditProvider>
  );
}

it('calls a recipe with a field for everything that it takes, what it needs first', async () => {
  const input = { amount: { type: 'number' }, deal: { type: 'text', required: true } };
  api = await serveApi(() => ({ body: { items: [{ key: 'summary', name: 'Write a summary', input }] } }));
  const user = await show(<Caller />);
  await user.click(await screen.findByRole('combobox', { name: 'Recipe' }));
  await user.click(await screen.findByRole('option', { name: 'Write a summary', hidden: true }));
  await user.type(await screen.findByRole('textbox', { name: 'Amount' }), '5');
  await user.type(screen.getByRole('textbox', { name: 'Deal' }), 'a');
  expect(screen.getAllByRole('textbox').map((field) => field.getAttribute('aria-label'))).toEqual(['Deal', 'Amount']);
  expect(latest.steps).toMatchObject([{ recipe: 'summary', input: { amount: 5, deal: 'a' } }]);
});

it('is made to be called in a form that says what callers hand over', async () => {
  const user = await show(<Called />);
  await user.click(screen.getByRole('radio', { name: 'Another recipe' }));
  await user.click(screen.getByRole('button', { name: 'Add an input' }));
  const card = screen.getByRole('group', { name: 'input' });
  await user.click(within(card).getByRole('checkbox', { name: 'Must be filled in' }));
  const name = within(card).getByRole('textbox', { name: 'Name in formulas' });
  await user.clear(name);
  await user.type(name, 'deal{Enter}');
  expect(latest.trigger).toEqual({ kind: 'call', input: { deal: { type: 'text', required: true } } });
  await user.click(screen.getByRole('button', { name: 'Remove deal' }));
  expect(latest.trigger).toEqual({ kind: 'call', input: {} });
});

it('gives back values of its steps in a form, or as JSON', async () => {
  const user = await show(<Called />);
  await user.click(screen.getByRole('radio', { name: 'Another recipe' }));
  await user.click(screen.getByRole('button', { name: 'Add an output' }));
  const back = screen.getByRole('group', { name: 'What it gives back' });
  const name = within(back).getByRole('textbox', { name: 'Name in formulas' });
  await user.clear(name);
  await user.type(name, 'amount{Enter}');
  await user.click(within(back).getByRole('button', { name: 'Insert a value into Value' }));
  await user.type(await screen.findByRole('textbox', { name: 'Search values', hidden: true }), 'deal amount{Enter}');
  const output = { amount: { var: 'steps.deal.amount' } };
  expect(latest.trigger).toEqual({ kind: 'call', input: {}, output });
  await user.click(within(back).getByRole('button', { name: 'As JSON' }));
  const json = within(back).getByRole('textbox', { name: 'What it gives back' });
  expect(json).toHaveValue(JSON.stringify(output, null, 2));
  await user.clear(json);
  await user.paste('{"twice": {"*": [2, 4]}}');
  await user.click(within(back).getByRole('button', { name: 'As lines' }));
  expect(within(back).getByRole('group', { name: 'twice' })).toBeInTheDocument();
  await user.click(within(back).getByRole('button', { name: 'Remove twice' }));
  expect(latest.trigger).toEqual({ kind: 'call', input: {} });
});
