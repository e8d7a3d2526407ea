import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { Graph } from '../graph/graph.js';
import { zoomFor } from './zoom-for.js';

const MARGIN = 28;

/** Begins at the top, wide enough to see all ways; later keeps what is chosen in sight. */
export function useViewOnto(graph: Graph, chosen: string | undefined): () => void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const duration = useReducedMotion(false, { getInitialValueInEffect: false }) ? 0 : 150;

  useEffect(() => {
    const box = graph.nodes.find(({ id }) => id === chosen)?.box;
    const { width, height, transform } = store.getState();
    if (!box || width === 0) return;
    const [x, y, zoom] = transform;
    const aside = shift(box.x * zoom + x, box.width * zoom, width);
    const down = shift(box.y * zoom + y, box.height * zoom, height);
    if (aside !== 0 || down !== 0) void flow.setViewport({ x: x + aside, y: y + down, zoom }, { duration });
  }, [chosen, graph, flow, store, duration]);

  useMiddleKept();

  return useCallback(() => {
    const { width } = store.getState();
    const zoom = zoomFor(graph.width, width);
    void flow.setViewport({ x: width / 2, y: MARGIN, zoom });
  }, [flow, graph, store]);
}

/** What stood in the middle stays there when outline or panel come or go. */
function useMiddleKept(): void {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const before = useRef(width);
  useEffect(() => {
    const wider = width - before.current;
    before.current = width;
    if (wider === 0 || wider === width) return;
    const { x, y, zoom } = flow.getViewport();
    void flow.setViewport({ x: x + wider / 2, y, zoom });
  }, [width, flow]);
}

/** How far something has to go to lie within a window, a margin off its edge: no farther than it must. */
function shift(at: number, size: number, window: number): number {
  if (at < 0) return MARGIN - at;
  return at + size > window ? window - MARGIN - size - at : 0;
}
