import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useOncePaused } from '../shell/use-once-paused.js';

const route = getRouteApi('/ledger');

/** What is searched for: as it is typed, and as it stands in the address once the typing pauses. */
export function useSearchText(): { typed: string; sought: string; setText: (text: string) => void } {
  const { find: sought = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(sought);
  const seek = useOncePaused(route.id, (text: string) => {
    void navigate({ search: text.trim() === '' ? {} : { find: text.trim() }, replace: true });
  });
  return {
    typed,
    sought,
    setText: (text) => {
      setTyped(text);
      seek(text);
    },
  };
}
