import { SIZE, type Graph } from '../graph/graph.js';
import type { Place } from '../model/step-lists.js';

/** How far from a `+`, in canvas pixels, a step is still meant to go there. */
const REACH = 110;

/** The place nearest to the middle of a step that is being dragged; `at` is its upper left corner. */
export function nearestPlace(graph: Graph, at: { x: number; y: number }): { edge: string; place: Place } | undefined {
  const middle = { x: at.x + SIZE.step.width / 2, y: at.y + SIZE.step.height / 2 };
  let best: { edge: string; place: Place; far: number } | undefined;
  for (const { id, insert } of graph.edges) {
    if (!insert) continue;
    const far = Math.hypot(insert.at.x - middle.x, insert.at.y - middle.y);
    if (far <= REACH && far < (best?.far ?? Infinity)) best = { edge: id, place: insert.place, far };
  }
  return best;
}
