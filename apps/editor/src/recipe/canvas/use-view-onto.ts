import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import type { Graph } from '../graph/graph.js';

const MARGIN = 28;
const SMALLEST = 0.6;

/** Begins at the top, wide enough to see all ways; later keeps what is chosen in sight. */
export function useViewOnto(graph: Graph, chosen: string | undefined): () => void {
  const flow = useReactFlow();
  const store = useStoreApi();

  useEffect(() => {
    const box = graph.nodes.find(({ id }) => id === chosen)?.box;
    const { width, height, transform } = store.getState();
    if (!box || width === 0) return;
    const [x, y, zoom] = transform;
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const isSeen = left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height;
    if (!isSeen) void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: 150 });
  }, [chosen, graph, flow, store]);

  return useCallback(() => {
    const { width } = store.getState();
    const zoom = Math.min(1, Math.max(SMALLEST, (width - 2 * MARGIN) / graph.width));
    void flow.setViewport({ x: width / 2, y: MARGIN, zoom });
  }, [flow, graph, store]);
}
