import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

const route = getRouteApi('/templates');
const WRITTEN_AFTER_MS = 300;

/** What is searched for; it stands in the address as soon as the typing pauses. */
export function useSearchWords(): { search: string; setSearch: (words: string) => void } {
  const { search: inAddress = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [search, setWords] = useState(inAddress);
  const write = useDebouncedCallback((words: string) => {
    void navigate({ search: words === '' ? {} : { search: words }, replace: true });
  }, WRITTEN_AFTER_MS);
  return {
    search,
    setSearch: (words) => {
      setWords(words);
      write(words);
    },
  };
}
