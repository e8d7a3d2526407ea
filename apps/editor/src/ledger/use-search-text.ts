import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';

const route = getRouteApi('/ledger');
const SOUGHT_AFTER_MS = 300;

/** What is searched for: as it is typed, and as it stands in the address once the typing pauses. */
export function useSearchText(): { typed: string; sought: string; setText: (text: string) => void } {
  const { find: sought = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const [typed, setTyped] = useState(sought);
  const seek = useDebouncedCallback((text: string) => {
    if (router.latestLocation.pathname !== route.id) return; // on the way to a page that was clicked meanwhile
    void navigate({ search: text.trim() === '' ? {} : { find: text.trim() }, replace: true });
  }, SOUGHT_AFTER_MS);
  return {
    typed,
    sought,
    setText: (text) => {
      setTyped(text);
      seek(text);
    },
  };
}
