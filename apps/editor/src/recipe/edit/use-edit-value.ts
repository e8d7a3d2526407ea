import type { Issue, Recipe } from '@tandem/recipes';
import { useMemo } from 'react';
import type { Run } from '../../api/generated/types.gen.js';
import type { Connectors } from '../model/connectors.js';
import { sourcesAt, type Here } from '../model/pills-in-scope.js';
import { sampleScope } from '../value/sample-scope.js';
import type { EditContext } from './edit-context.js';
import { panelRow } from './panel-row.js';

interface ContextOf {
  recipe: Recipe;
  connectors: Connectors;
  issues: readonly Issue[];
  sampleRun: Run | undefined;
  preview: Parameters<typeof sampleScope>[1];
  selected: readonly string[];
  isReadOnly: boolean;
}

/** What the fields of the side panel stand on; made anew only where it changes. */
export function useEditValue({
  recipe,
  connectors,
  issues,
  sampleRun,
  preview,
  selected,
  isReadOnly,
}: ContextOf): EditContext {
  const row = panelRow(selected);
  const sample = useMemo(
    () => ((sampleRun ?? preview) ? sampleScope(sampleRun, preview) : undefined),
    [sampleRun, preview],
  );
  const sources = useMemo(() => {
    const here: Here = row.startsWith('step:') ? { step: row.slice('step:'.length) } : 'trigger';
    return sourcesAt(recipe, here, connectors);
  }, [recipe, row, connectors]);
  return useMemo(
    () => ({ recipe, connectors, issues, sample, sources, isReadOnly }),
    [recipe, connectors, issues, sample, sources, isReadOnly],
  );
}
