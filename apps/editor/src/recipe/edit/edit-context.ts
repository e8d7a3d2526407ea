import type { Action, Issue, JsonObject, Recipe } from '@tandem/recipes';
import { createContext, useContext } from 'react';
import type { Connectors } from '../model/connectors.js';
import type { Source } from '../model/pills-in-scope.js';

/** What every field of the side panel needs, whichever step it belongs to. */
export interface EditContext {
  recipe: Recipe;
  connectors: Connectors;
  issues: readonly Issue[];
  /** Values of an earlier run or of a preview, to try formulas on. Undefined where there are none yet. */
  sample: JsonObject | undefined;
  /** What values of the chosen step can refer to. */
  sources: readonly Source[];
  isReadOnly: boolean;
  /** Puts a step that reads right before the chosen one, for a value that is not there yet; undefined where none can be. */
  readBefore: ((read: Action) => void) | undefined;
}

const Context = createContext<EditContext | undefined>(undefined);

export const EditProvider = Context.Provider;

export function useEdit(): EditContext {
  const context = useContext(Context);
  if (!context) throw new Error('useEdit is for what stands inside the editor');
  return context;
}

/** What the validator says about a value, the gravest first. @param isExact what it says about parts of it left out */
export function useIssueAt(pointer: string, isExact = false): Issue | undefined {
  const { issues } = useEdit();
  const found = issues.filter(
    (issue) => issue.pointer === pointer || (!isExact && issue.pointer.startsWith(`${pointer}/`)),
  );
  return found.find(({ severity }) => severity === 'error') ?? found[0];
}
