import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';

const PAUSE_MS = 300;

/**
 * Does something with what is typed as soon as the typing pauses, such as writing it into the address of the page.
 * Not on the way to another page: whoever clicked meanwhile would be led back.
 */
export function useOncePaused<Typed>(page: string, act: (typed: Typed) => void): (typed: Typed) => void {
  const router = useRouter();
  return useDebouncedCallback((typed: Typed) => {
    if (router.latestLocation.pathname === page) act(typed);
  }, PAUSE_MS);
}
