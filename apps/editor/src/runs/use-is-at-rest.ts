import { useEffect, useState, type RefObject } from 'react';

/** Whether nobody is busy in an area: the pointer is elsewhere, the focus, too, and the page stands at its top. */
export function useIsAtRest(area: RefObject<HTMLElement | null>): boolean {
  const [isAtRest, setAtRest] = useState(true);
  useEffect(() => {
    const look = (): void => {
      const element = area.current;
      const isBusy = element !== null && (element.matches(':hover') || element.contains(document.activeElement));
      setAtRest(!isBusy && window.scrollY < 40);
    };
    const events = ['pointermove', 'focusin', 'focusout', 'scroll'] as const;
    for (const event of events) document.addEventListener(event, look, { passive: true });
    return () => {
      for (const event of events) document.removeEventListener(event, look);
    };
  }, [area]);
  return isAtRest;
}
