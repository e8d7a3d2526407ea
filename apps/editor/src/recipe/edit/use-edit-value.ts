import type { Action, Issue, Recipe } from '@tandem/recipes';
import { useMemo, type Dispatch } from 'react';
import type { Run } from '../../api/generated/types.gen.js';
import type { Callables, Connectors } from '../model/connectors.js';
import { insertSteps, type Made } from '../model/commands.js';
import { entryOf } from '../model/outline.js';
import { sourcesAt, type Here } from '../model/pills-in-scope.js';
import { sampleScope } from '../value/sample-scope.js';
import type { EditContext } from './edit-context.js';
import type { EditorEvent } from './editor-state.js';
import { panelRow } from './panel-row.js';

interface ContextOf {
  recipe: Recipe;
  connectors: Connectors;
  callables: Callables | undefined;
  issues: readonly Issue[];
  sampleRun: Run | undefined;
  preview: Parameters<typeof sampleScope>[1];
  selected: readonly string[];
  isReadOnly: boolean;
  dispatch: Dispatch<EditorEvent>;
}

/** What the fields of the side panel stand on; made anew only where it changes. */
export function useEditValue({
  recipe,
  connectors,
  callables,
  issues,
  sampleRun,
  preview,
  selected,
  isReadOnly,
  dispatch,
}: ContextOf): EditContext {
  const row = panelRow(selected);
  const sample = useMemo(
    () => ((sampleRun ?? preview) ? sampleScope(sampleRun, preview) : undefined),
    [sampleRun, preview],
  );
  const sources = useMemo(() => {
    const outputs = new Map(callables?.map(({ key, output }) => [key, output]));
    return sourcesAt(recipe, placeOf(row, recipe), connectors, outputs);
  }, [recipe, row, connectors, callables]);
  const readBefore = useMemo(() => {
    if (isReadOnly || !row.startsWith('step:')) return undefined;
    return (read: Action): void => {
      dispatch({ kind: 'provided', make: (before) => putBefore(before, row.slice('step:'.length), read) });
    };
  }, [row, isReadOnly, dispatch]);
  return useMemo(
    () => ({ recipe, connectors, issues, sample, sources, isReadOnly, readBefore }),
    [recipe, connectors, issues, sample, sources, isReadOnly, readBefore],
  );
}

/** Where the values of a row of the outline stand: those of a trigger that is called are what comes out in the end. */
function placeOf(row: string, { trigger }: Recipe): Here {
  if (row.startsWith('step:')) return { step: row.slice('step:'.length) };
  return trigger.kind === 'call' ? 'end' : 'trigger';
}

function putBefore(recipe: Recipe, id: string, read: Action): Made {
  const place = entryOf(recipe, id)?.place;
  return place ? insertSteps(recipe, place, [read]) : { recipe, selected: [] };
}
