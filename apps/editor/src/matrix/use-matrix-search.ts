import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useOncePaused } from '../shell/use-once-paused.js';
import type { RowFilter } from './matrix.js';

const route = getRouteApi('/templates');

/** What is searched for and shown; it stands in the address, words as soon as the typing pauses. */
export function useMatrixSearch(): { filter: RowFilter; change: (change: RowFilter) => void } {
  const inAddress = route.useSearch();
  const navigate = route.useNavigate();
  const [filter, setFilter] = useState<RowFilter>(inAddress);
  const write = useOncePaused(route.id, (next: RowFilter) => {
    void navigate({ search: next, replace: true });
  });
  return {
    filter,
    change: (change) => {
      const next = Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => Boolean(value)));
      setFilter(next);
      write(next);
    },
  };
}
