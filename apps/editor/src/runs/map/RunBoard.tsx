import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Recipe } from '@tandem/recipes';
import { useMemo, useState } from 'react';
import type { Run } from '../../api/generated/types.gen.js';
import { RunMap } from '../../recipe/canvas/RunMap.js';
import { allConnectorsQuery, versionQuery } from '../../recipe/edit/queries.js';
import { toGraph } from '../../recipe/graph/to-graph.js';
import type { Connectors } from '../../recipe/model/connectors.js';
import { PlainRun } from '../PlainRun.js';
import classes from './board.module.css';
import { replayRun } from './replay-run.js';
import { RunHead } from './RunHead.js';
import { RunOutline } from './RunOutline.js';
import { RunPanel } from './RunPanel.js';
import { inItem, loopsAround, stepAt } from './step-paths.js';
import { stepsInRun, tellingItem } from './step-in-run.js';
import { useStepStates } from './use-step-states.js';
import { wayWalked } from './way-walked.js';
import workbench from '../../look/workbench.module.css';

interface RunBoardProps {
  run: Run;
  /** The path of the step that is looked at, `@run` or `@trigger`; undefined: nobody has chosen yet. */
  looked: string | undefined;
  onLook: (at: string) => void;
}

/** A run drawn on the recipe that it ran; told as a list where that recipe cannot be read. */
export function RunBoard(props: RunBoardProps) {
  const { key, version } = props.run.recipe;
  const recipe = useQuery(versionQuery(key, version));
  const connectors = useQuery(allConnectorsQuery);
  if (!recipe.data || !connectors.data) {
    const isMissing = recipe.isError || connectors.isError;
    return isMissing ? <PlainRun run={props.run} /> : <Skeleton height="80vh" radius="lg" />;
  }
  return <Board {...props} recipe={recipe.data} connectors={connectors.data} />;
}

function Board({
  run,
  looked,
  onLook,
  recipe,
  connectors,
}: RunBoardProps & { recipe: Recipe; connectors: Connectors }) {
  const at = looked ?? firstLook(run);
  const isWide = useMediaQuery('(min-width: 1181px)', true, { getInitialValueInEffect: false });
  const [wantsOutline, setWantsOutline] = useState<boolean | undefined>(undefined);
  const [items, setItems] = useState<ReadonlyMap<string, number>>(new Map());
  const trace = useMemo(() => replayRun(recipe, run), [recipe, run]);
  const steps = useMemo(() => {
    const around = new Map(loopsAround(at).map(({ loop, item }) => [loop, item]));
    return stepsInRun(recipe, run, trace, (loop) => around.get(loop) ?? items.get(loop) ?? tellingItem(trace, loop));
  }, [recipe, run, trace, at, items]);
  const states = useStepStates(steps);
  const walked = useMemo(() => wayWalked(toGraph(recipe), steps), [recipe, steps]);
  const row = rowOf(at);

  const look = (next: string): void => {
    if (next === 'run' || next === 'trigger') {
      onLook(`@${next}`);
      return;
    }
    const id = next.startsWith('way:') ? next.slice('way:'.length).split('/')[0] : next.slice('step:'.length);
    const path = steps.get(id ?? '')?.path;
    if (path !== undefined) onLook(path);
  };
  const isOutlineOpen = wantsOutline ?? isWide;
  return (
    <div className={workbench.workbench} data-fills-window>
      <RunHead
        run={run}
        isOutlineOpen={isOutlineOpen}
        onOutline={() => {
          setWantsOutline(!isOutlineOpen);
        }}
      />
      <div className={classes.body} data-outline={isOutlineOpen || undefined}>
        {isOutlineOpen && (
          <RunOutline recipe={recipe} connectors={connectors} states={states} selected={row} onSelect={look} />
        )}
        <div className={classes.stage}>
          <RunMap
            recipe={recipe}
            connectors={connectors}
            states={states}
            walked={walked}
            selected={row}
            onSelect={look}
          />
        </div>
        <RunPanel
          run={run}
          recipe={recipe}
          connectors={connectors}
          trace={trace}
          at={row === 'run' || row === 'trigger' ? row : steps.get(stepAt(at))}
          onLook={onLook}
          onItem={(loop, item) => {
            setItems((before) => new Map(before).set(loop, item));
            if (at.startsWith(`${loop}[`)) onLook(inItem(at, loop, item));
          }}
        />
      </div>
    </div>
  );
}

/** What failed is looked at first; else the run as a whole. A step inside a called recipe is found at its call. */
const firstLook = ({ status, error }: Run): string =>
  status === 'failed' && error?.path ? (error.path.split('/')[0] ?? '@run') : '@run';

const rowOf = (at: string): string => (at.startsWith('@') ? at.slice(1) : `step:${stepAt(at)}`);
