import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { Connection, Connector } from '../api/generated/types.gen.js';
import { serveApi, type LocalApi } from '../testing/serve.js';
import { show } from '../testing/show.js';
import { CredentialsForm } from './CredentialsForm.js';

const connector: Connector = {
  key: 'hubspot',
  title: 'HubSpot',
  default_base_url: 'https://api.hubapi.com',
  credentials: { type: 'object', properties: { access_token: { type: 'string', description: 'Of a private app' } } },
  triggers: [],
  actions: [],
  pick_lists: [],
};

let api: LocalApi;
afterEach(() => {
  api.close();
});

describe('the form for credentials', () => {
  it('asks for what the connector names, and sends it to the usual address', async () => {
    let isDone = false;
    api = await serveApi(() => ({ status: 201, body: {} }));
    const user = await show(
      <CredentialsForm connector={connector} connection={undefined} onDone={() => (isDone = true)} />,
    );
    expect(screen.getByRole('button', { name: 'Connect' })).toBeDisabled();
    await user.type(screen.getByLabelText(/^Access token/), 'pat-1');
    await user.click(screen.getByRole('button', { name: 'Connect' }));
    await waitFor(() => {
      expect(isDone).toBe(true);
    });
    expect(api.asked).toEqual([
      {
        what: 'POST /api/connections',
        body: { connector: 'hubspot', credentials: { access_token: 'pat-1' }, base_url: 'https://api.hubapi.com' },
      },
    ]);
  });

  it('asks again for nothing that is stored, and forgets an optional one when told so', async () => {
    const withSecret: Connector = {
      ...connector,
      credentials: {
        type: 'object',
        properties: { access_token: { type: 'string' }, client_secret: { type: 'string' } },
        required: ['access_token'],
      },
    };
    const connection = { id: 'c', base_url: 'https://api.hubapi.com', stored: ['access_token', 'client_secret'] };
    api = await serveApi(() => ({ body: {} }));
    const user = await show(
      // Only what the form looks at.
      <CredentialsForm connector={withSecret} connection={connection as Connection} onDone={() => undefined} />,
    );
    expect(screen.getByLabelText(/^Access token/)).toHaveAttribute('placeholder', expect.stringContaining('Stored'));
    const reconnect = screen.getByRole('button', { name: 'Reconnect' });
    expect(reconnect).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: 'Forget the stored one' }));
    await user.click(reconnect);
    await waitFor(() => {
      expect(api.asked).toEqual([
        {
          what: 'PATCH /api/connections/c',
          body: { credentials: { client_secret: null }, base_url: 'https://api.hubapi.com' },
        },
      ]);
    });
  });

  it('shows a refusal in the words of the remote, and at the field that it is about', async () => {
    const issues = [{ in: 'body', pointer: '/credentials/access_token', message: 'HubSpot does not know this token' }];
    const refusal = { title: 'Refused', status: 422, type: 'about:blank', detail: 'HubSpot refused.', issues };
    api = await serveApi(() => ({ status: 422, body: refusal }));
    const user = await show(<CredentialsForm connector={connector} connection={undefined} onDone={() => undefined} />);
    await user.type(screen.getByLabelText(/^Access token/), 'pat-2{Enter}');
    expect(await screen.findByText('HubSpot refused.')).toBeInTheDocument();
    expect(screen.getByLabelText(/^Access token/)).toHaveAccessibleDescription(/does not know this token/);
  });
});
