import { useMediaQuery } from '@mantine/hooks';
import { canonicalize, type Recipe } from '@tandem/recipes';
import { useCallback, useDeferredValue, useMemo, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../api/generated/types.gen.js';
import type { Callables, Connectors } from '../model/connectors.js';
import type { Place } from '../model/step-lists.js';
import type { Goal } from './focus-field.js';
import { isDirty, reduce, startEditor } from './editor-state.js';
import { outlineRows } from './outline-rows.js';
import type { LoadedRecipe } from './queries.js';
import { useIssues } from './use-issues.js';
import { useLeaveWarning } from './use-leave-warning.js';
import { useSave } from './use-save.js';

/** A place on the page, in its pixels. */
export interface Point {
  x: number;
  y: number;
}

/** What lies over the editor for a moment. */
export type Dialog =
  | { kind: 'picker'; place: Place }
  | { kind: 'menu'; at: Point }
  | { kind: 'versions' | 'clone' | 'help' | 'palette' | 'find' | 'theirs' };

export interface EditorOf {
  loaded: LoadedRecipe;
  /** What is published, to tell whether the draft differs from it. */
  published: Recipe | undefined;
  connectors: Connectors;
  /** Undefined as long as they are not known. */
  callables: Callables | undefined;
  sampleRun: Run | undefined;
}

/** A recipe that is being edited: what it is now, what is wrong with it, what is looked at, and what can be done. */
export function useEditor({ loaded, published, connectors, callables }: EditorOf) {
  const { t } = useTranslation();
  const isReadOnly = loaded.built_in;
  const [state, dispatch] = useReducer(reduce, undefined, () => startEditor(loaded.draft, loaded.draft_revision));
  const recipe = state.history.present;
  const { history, saved } = state;
  const dirty = useMemo(() => isDirty({ history, saved }), [history, saved]);
  useLeaveWarning(dirty);
  const asked = useSave(loaded.key, state, dispatch, isReadOnly);
  // What takes long to draw comes a moment later, so that keys are answered at once.
  const shown = useDeferredValue(state);
  const issues = useIssues(shown.history.present, connectors, callables);
  const differs = useMemo(
    () => published && !dirty && canonicalize(published) !== canonicalize(recipe),
    [published, dirty, recipe],
  );
  return {
    state,
    shown,
    dispatch,
    recipe,
    connectors,
    isReadOnly,
    dirty,
    asked,
    issues,
    errors: issues.filter(({ severity }) => severity === 'error').length,
    differs,
    say: { clipboardRefused: t('recipe.clipboard.refused'), nothingToPaste: t('recipe.clipboard.nothing') },
    theirs: theirsOf(loaded, state.revision, asked),
    ...useRows(recipe),
    ...useShown(),
  };
}

export type EditorModel = ReturnType<typeof useEditor>;

/** What somebody else has saved since it was read here. While something is asked, a new revision may be our own. */
function theirsOf(loaded: LoadedRecipe, revision: number, asked: ReturnType<typeof useSave>): LoadedRecipe | undefined {
  const isAsking = Object.values(asked).some(({ isPending }) => isPending);
  return !isAsking && loaded.draft_revision > revision ? loaded : undefined;
}

/** The rows of the outline, those inside closed rows left out. */
function useRows(recipe: Recipe) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => outlineRows(recipe, closed), [recipe, closed]);
  const toggle = useCallback((row: string): void => {
    setClosed((before) =>
      before.has(row) ? new Set([...before].filter((id) => id !== row)) : new Set([...before, row]),
    );
  }, []);
  return { closed, rows, toggle };
}

/** Which tab, dialog and outline are open. */
function useShown() {
  const [dialog, show] = useState<Dialog | undefined>(undefined);
  const [tab, setTab] = useState('setup');
  const [goal, setGoal] = useState<Goal | undefined>(undefined);
  const isWide = useMediaQuery('(min-width: 1181px)', true, { getInitialValueInEffect: false });
  const [wantsOutline, setWantsOutline] = useState<boolean | undefined>(undefined);
  const isOutlineOpen = wantsOutline ?? isWide;
  const toggleOutline = useCallback(() => {
    setWantsOutline(!isOutlineOpen);
  }, [isOutlineOpen]);
  const [isPanelOpen, setPanelOpen] = useState(true);
  const togglePanel = useCallback(() => {
    setPanelOpen((isOpen) => !isOpen);
  }, []);
  const showTab = useCallback((next: string) => {
    setTab(next);
    setPanelOpen(true);
  }, []);
  /** Leads the keyboard into the fields of what is chosen. */
  const open = useCallback(
    (to: Goal) => {
      showTab('setup');
      setGoal(to);
    },
    [showTab],
  );
  return {
    ...{ dialog, show, open, goal, setGoal, tab, setTab: showTab },
    ...{ isOutlineOpen, toggleOutline, isPanelOpen, togglePanel },
  };
}
