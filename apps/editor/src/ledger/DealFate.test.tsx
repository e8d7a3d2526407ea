import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { DealState } from '../api/generated/types.gen.js';
import { serveApi, type LocalApi } from '../testing/serve.js';
import { show } from '../testing/show.js';
import { DealFate } from './DealFate.js';

let api: LocalApi;
afterEach(() => {
  api.close();
});

async function look(state: Omit<DealState, 'id'>): Promise<void> {
  api = await serveApi(({ what }) =>
    what === 'GET /api/subjects/deals/7' ? { body: { id: '7', ...state } } : undefined,
  );
  const routeTree = createRootRoute({ component: () => <DealFate dealId="7" /> });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  // The page's own router is what the types know.
  await show(<RouterProvider router={router as never} />);
}

describe('what became of a deal', () => {
  it('is that it was deleted, when, and what helps', async () => {
    await look({ fate: { happened: 'deleted', at: '2026-03-04T10:00:00Z', into: null }, merged_from: [] });
    expect(await screen.findByText(/^Deleted in HubSpot on Mar 4/)).toBeVisible();
    expect(screen.getByText(/restore it there, or link its documents to another deal/)).toBeVisible();
  });

  it('leads on to the deal that it went on as, and back to those that went into it', async () => {
    await look({ fate: { happened: 'merged', at: '2026-03-04T10:00:00Z', into: '9' }, merged_from: ['5'] });
    expect(await screen.findByText(/^Merged into another deal on Mar 4/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Deal 9' })).toHaveAttribute('href', '/ledger/deals/9');
    expect(screen.getByRole('link', { name: 'Deal 5' })).toHaveAttribute('href', '/ledger/deals/5');
  });

  it('is nothing to say while it is there', async () => {
    await look({ fate: null, merged_from: [] });
    await waitFor(() => {
      expect(api.asked).not.toEqual([]);
    });
    expect(screen.queryByText(/HubSpot|deal/i)).toBeNull();
  });
});
