import { Text } from '@mantine/core';
import { diffRecipes, type Recipe } from '@tandem/recipes';
import { useMemo } from 'react';
import { Canvas } from '../canvas/Canvas.js';
import type { StepNodeData } from '../canvas/StepNode.js';
import type { Connectors } from '../model/connectors.js';
import classes from './versions.module.css';

interface SideBySideProps {
  before: Recipe;
  after: Recipe;
  connectors: Connectors;
  names: readonly [before: string, after: string];
}

const nothing = (): void => undefined;

/** Two versions drawn beside each other; what is gone is marked on the left, what is new or other on the right. */
export function SideBySide({ before, after, connectors, names }: SideBySideProps) {
  const [left, right] = useMemo(() => {
    const { steps } = diffRecipes(before, after);
    const marks = steps.map(({ id, change }): [string, StepNodeData['change']] => [id, change]);
    return [
      new Map(marks.filter(([, change]) => change !== 'added')),
      new Map(marks.filter(([, change]) => change !== 'removed')),
    ];
  }, [before, after]);
  const common = { connectors, isReadOnly: true, selected: [], onSelect: nothing };
  return (
    <div className={classes.pair}>
      {(
        [
          [before, left, names[0]],
          [after, right, names[1]],
        ] as const
      ).map(([recipe, changes, name]) => (
        <div key={name} style={{ display: 'flex', flexDirection: 'column' }}>
          <Text size="xs" fw={600} p={6}>
            {name}
          </Text>
          <Canvas recipe={recipe} changes={changes} {...common} />
        </div>
      ))}
    </div>
  );
}
