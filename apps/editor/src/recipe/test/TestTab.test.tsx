import { afterEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { Preview } from '../../api/generated/types.gen.js';
import { serveApi, type LocalApi } from '../../testing/serve.js';
import { show } from '../../testing/show.js';
import { EditProvider } from '../edit/edit-context.js';
import { connectors } from '../testing/connectors.js';
import { makeRecipe, note } from '../testing/make-recipe.js';
import { TestTab } from './TestTab.js';

let api: LocalApi;
afterEach(() => {
  api.close();
});

const DONE: Preview['steps'][number] = {
  ...{ path: 'note', connector: 'hubspot', action: 'create_note', input: {}, output: null, error: null },
  plan: { changes: [], notes: [] },
};

async function open(preview: Preview): Promise<void> {
  api = await serveApi(() => ({ body: { items: [], next: null } }));
  const given = { connectors, issues: [], sample: undefined, sources: [], isReadOnly: false, readBefore: undefined };
  const nothing = (): void => undefined;
  await show(
    <EditProvider value={{ ...given, recipe: makeRecipe([note()]) }}>
      <TestTab
        step={undefined}
        preview={preview}
        isRunning={false}
        error={null}
        settings={{}}
        onSettings={nothing}
        onPreview={nothing}
      />
    </EditProvider>,
  );
}

const end = { kind: 'succeeded', message: null } as const;

it('says first that a document would not start the recipe and which condition is false, then the plan all the same', async () => {
  const condition = { '==': [{ var: 'trigger.status' }, 'document.completed'] };
  const values = [{ pill: 'trigger.status', value: 'document.draft' }];
  const start = { would: false, because: ['condition' as const], failing: [{ condition, values }] };
  await open({ steps: [DONE], end, start });
  expect(screen.getByText(/^Status is /)).toBeVisible();
  expect(screen.getByText(/^Status: /)).toBeVisible();
  const plan = screen.getByText('It would succeed');
  expect(screen.getByText(/would not start/).compareDocumentPosition(plan)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('says nothing of it when the document would start the recipe', async () => {
  await open({ steps: [DONE], end, start: { would: true, because: [], failing: [] } });
  expect(screen.queryByText(/would not start/)).toBeNull();
});
