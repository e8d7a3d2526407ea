import { useEffect, useRef, useState, type HTMLAttributes } from 'react';
import { placeAt } from './place-at.js';

interface Drag {
  from: number;
  to: number;
}

/** Lines that are dragged to another place by a handle; they stand in an element with `data-lines`. */
export function useOrder(onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | undefined>(undefined);
  const stop = (): void => {
    setDrag(undefined);
  };
  useEscape(drag !== undefined, stop);

  /** What the handle of a line hears. */
  const handleOf = (from: number): HTMLAttributes<HTMLElement> => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.preventDefault(); // would choose the words that are passed
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from, to: from });
    },
    onPointerMove: ({ currentTarget, clientY }) => {
      if (!drag) return;
      const lines = linesAround(currentTarget);
      const to = placeAt(
        lines.map((line) => line.getBoundingClientRect()),
        from,
        clientY,
      );
      lines[to]?.scrollIntoView({ block: 'nearest' });
      if (to !== drag.to) setDrag({ from, to });
    },
    onPointerUp: () => {
      stop();
      if (drag && drag.to !== from) onMove(from, drag.to);
    },
    onPointerCancel: stop,
  });

  /** How a line looks meanwhile. */
  const markOf = (index: number): { 'data-dragged'?: true; 'data-drop'?: 'above' | 'below' } => ({
    ...(drag?.from === index && { 'data-dragged': true }),
    ...(drag?.to === index && drag.from !== index && { 'data-drop': drag.from < index ? 'below' : 'above' }),
  });

  return { handleOf, markOf };
}

/** All lines of the list that something stands in. */
export const linesAround = (within: Element): Element[] => [...(within.closest('[data-lines]')?.children ?? [])];

/** Escape leaves everything where it was, and does nothing else then. */
function useEscape(isDragging: boolean, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    if (!isDragging) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', hear, true);
    return () => {
      window.removeEventListener('keydown', hear, true);
    };
  }, [isDragging]);
}
