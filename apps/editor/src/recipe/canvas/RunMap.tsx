import type { Recipe } from '@tandem/recipes';
import type { Connectors } from '../model/connectors.js';
import { Canvas } from './Canvas.js';
import type { StepState } from './RunBadge.js';

interface RunMapProps {
  recipe: Recipe;
  connectors: Connectors;
  /** By step id. */
  states: ReadonlyMap<string, StepState>;
  /** Ids of the lines and ways that the run has gone along. */
  walked: ReadonlySet<string>;
  /** A row: `trigger` or `step:<id>`; anything else is not drawn. */
  selected: string;
  onSelect: (row: string) => void;
}

/** A run on the canvas: the version that it ran, with what became of each step. Nothing can be changed. */
export function RunMap({ selected, ...shown }: RunMapProps) {
  return <Canvas {...shown} isReadOnly selected={[selected]} runs={shown.states} />;
}
