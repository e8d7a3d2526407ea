import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { live } from './live.js';
import { Refresher } from './refresher.js';

/** A browser opens few connections to one server: pages that nobody looks at give theirs back after this. */
const UNSEEN_MS = 20_000;

/** Keeps everything on the page up to date while somebody looks at it. Once, in the frame of all pages. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const refresher = new Refresher(queryClient);
    const deaf = live.listen(refresher.take);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') live.open();
      else
        timer = setTimeout(() => {
          live.close();
        }, UNSEEN_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearTimeout(timer);
      live.close();
      deaf();
      refresher.stop();
    };
  }, [queryClient]);
}
