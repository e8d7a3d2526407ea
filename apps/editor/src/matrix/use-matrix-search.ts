import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { RowFilter } from './matrix.js';

const route = getRouteApi('/templates');
const WRITTEN_AFTER_MS = 300;

/** What is searched for and shown; it stands in the address, words as soon as the typing pauses. */
export function useMatrixSearch(): { filter: RowFilter; change: (change: RowFilter) => void } {
  const inAddress = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const [filter, setFilter] = useState<RowFilter>(inAddress);
  const write = useDebouncedCallback((next: RowFilter) => {
    if (router.latestLocation.pathname !== route.id) return; // on the way to a page that was clicked meanwhile
    void navigate({ search: next, replace: true });
  }, WRITTEN_AFTER_MS);
  return {
    filter,
    change: (change) => {
      const next = Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => Boolean(value)));
      setFilter(next);
      write(next);
    },
  };
}
