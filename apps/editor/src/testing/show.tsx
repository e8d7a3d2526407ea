import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { makeQueryClient } from '../api/query-client.js';
import { Reachability } from '../api/reachability.js';
import { addTextsOf, PARTS, startTexts } from '../texts/start-texts.js';

/** A slow machine gets there too; what never comes still fails. */
configure({ asyncUtilTimeout: 15_000 });

/** Shows a component as the page would, in English, and gives the hands to use it. */
export async function show(component: ReactNode) {
  await startTexts();
  for (const part of PARTS) await addTextsOf(part);
  const queryClient = makeQueryClient(new Reachability());
  queryClient.setDefaultOptions({ queries: { retry: false } });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>{component}</QueryClientProvider>
    </MantineProvider>,
  );
  return userEvent.setup();
}
