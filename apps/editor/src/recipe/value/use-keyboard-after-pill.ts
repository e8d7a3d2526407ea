import { useEffect, useRef } from 'react';

/** Where a pill was taken out, the keyboard goes on to the field that comes in its place. @param path of the pill */
export function useKeyboardAfterPill(path: string | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const isTakenOut = useRef(false);
  useEffect(() => {
    if (path === undefined && isTakenOut.current) box.current?.querySelector<HTMLElement>('textarea, input')?.focus();
    isTakenOut.current = false;
  }, [path]);
  const takenOut = (): void => {
    isTakenOut.current = true;
  };
  return { box, takenOut };
}
