import type { Entry } from '../model/outline.js';
import type { ListRef, Place } from '../model/step-lists.js';

/** Sizes in canvas pixels. Every step has the same, so that a layout needs no measuring. Three ways fit on 1024 px. */
export const SIZE = {
  step: { width: 232, height: 64 },
  way: { width: 188, height: 28 },
  /** Between a node and the next below it: room for a line and its `+`. */
  gap: 48,
  /** Between ways that stand side by side. */
  column: 16,
  /** Around what is inside a loop or a try. */
  frame: 16,
  /** From a node to where its line bends to the side. */
  bend: 20,
  dot: 8,
} as const;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A thing on the canvas; `id` stays the same as long as the thing does. */
export type GraphNode = { id: string; box: Box } & (
  | { kind: 'trigger' }
  | { kind: 'step'; entry: Entry }
  /** The head of one way through an `if` or `try`. */
  | { kind: 'way'; list: ListRef }
  /** Around a loop or a try. */
  | { kind: 'frame'; of: 'forEach' | 'try'; step: string }
  /** Where ways join again, a loop turns round, or the recipe ends. */
  | { kind: 'join' | 'end' }
);

/** A line from one node to another. Every line but those that fan out is a place for a new step. */
export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  /** Where a step goes that is put here, and where the `+` stands. */
  insert?: { place: Place; at: { x: number; y: number } };
  /** Lines bend just below their source when they fan out, and just above their target when they come together. */
  bends: 'early' | 'late';
  /** Nothing passes here: the step before it ends the run. */
  isDead?: true;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  width: number;
  height: number;
}
