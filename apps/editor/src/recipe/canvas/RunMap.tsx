import type { Recipe } from '@tandem/recipes';
import type { Connectors } from '../model/connectors.js';
import { Canvas } from './Canvas.js';
import type { StepState } from './RunBadge.js';

interface RunMapProps {
  recipe: Recipe;
  connectors: Connectors;
  /** By step id. */
  states: ReadonlyMap<string, StepState>;
  /** The id of the step that is looked at. */
  selected: string | undefined;
  onSelect: (stepId: string) => void;
}

/** A run on the canvas: the version that it ran, with what became of each step. Nothing can be changed. */
export function RunMap({ recipe, connectors, states, selected, onSelect }: RunMapProps) {
  return (
    <Canvas
      recipe={recipe}
      connectors={connectors}
      runs={states}
      isReadOnly
      selected={selected === undefined ? [] : [`step:${selected}`]}
      onSelect={(node) => {
        if (node.startsWith('step:')) onSelect(node.slice('step:'.length));
      }}
    />
  );
}
