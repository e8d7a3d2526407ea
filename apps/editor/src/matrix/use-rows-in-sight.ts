import { useLayoutEffect, useState, type RefObject } from 'react';

/** Every row is as high as the next, so that no library has to measure them. */
export const ROW_PX = 46;
/** Rows beyond the edge are drawn too, and so many at a time. */
const BEYOND = 12;
const STEP = 4;
/** The head lies over the first rows in sight. */
const HEAD_PX = 110;
const FOOT_PX = 16;

interface Sight {
  first: number;
  /** Not drawn any more. */
  end: number;
}

/** @param top of the first row, from the upper edge of the window */
export function rowsInSight(top: number, windowHeight: number, count: number): Sight {
  const first = Math.floor((-top / ROW_PX - BEYOND) / STEP) * STEP;
  const end = Math.ceil(((windowHeight - top) / ROW_PX + BEYOND) / STEP) * STEP;
  return { first: Math.max(0, Math.min(first, count)), end: Math.max(0, Math.min(end, count)) };
}

/** How far the window has to scroll before a row is wholly in sight. */
export function scrollTo(top: number, index: number, windowHeight: number): number {
  const above = top + index * ROW_PX - HEAD_PX;
  const below = top + (index + 1) * ROW_PX + FOOT_PX - windowHeight;
  return above < 0 ? above : below > 0 ? below : 0;
}

/** Which rows of a long list are drawn; `reveal` brings one into sight. */
export function useRowsInSight(list: RefObject<HTMLElement | null>, count: number) {
  const [sight, setSight] = useState<Sight>({ first: 0, end: 0 });
  useLayoutEffect(() => {
    const look = (): void => {
      const next = rowsInSight(list.current?.getBoundingClientRect().top ?? 0, window.innerHeight, count);
      setSight((before) => (before.first === next.first && before.end === next.end ? before : next));
    };

    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [list, count]);
  const reveal = (index: number): void => {
    const by = scrollTo(list.current?.getBoundingClientRect().top ?? 0, index, window.innerHeight);
    if (by === 0) return;
    window.scrollBy({ top: by, behavior: 'instant' });
    // The browser tells of it only with the next frame; the row is wanted now.
    window.dispatchEvent(new Event('scroll'));
  };
  return { ...sight, reveal };
}
