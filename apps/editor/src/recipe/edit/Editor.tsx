import { validateRecipe, canonicalize, type Issue, type JsonObject, type Recipe } from '@tandem/recipes';
import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue, useMemo, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Canvas } from '../canvas/Canvas.js';
import { downloadText } from '../list/download-text.js';
import { moveSteps } from '../model/commands.js';
import { catalogueOf, type Connectors } from '../model/connectors.js';
import { ownerOf } from '../model/outline.js';
import type { Place } from '../model/step-lists.js';
import { SidePanel } from '../panel/SidePanel.js';
import { previewStates } from '../test/preview-states.js';
import type { Run } from '../../api/generated/types.gen.js';
import { atField } from './at-field.js';
import { EditProvider } from './edit-context.js';
import classes from './editor.module.css';
import { EditorDialogs, type Dialog } from './EditorDialogs.js';
import { EditorHead } from './EditorHead.js';
import { EditorNotices } from './EditorNotices.js';
import { isDirty, reduce, startEditor } from './editor-state.js';
import { focusField } from './focus-field.js';
import { Outline } from './Outline.js';
import { outlineRows } from './outline-rows.js';
import { currentRow, panelRow } from './panel-row.js';
import { ProblemList } from './ProblemList.js';
import type { SettingValues } from '../../settings/settings-form.js';
import type { LoadedRecipe } from './queries.js';
import { useEditValue } from './use-edit-value.js';
import { useKeys } from './use-keys.js';
import { useLeaveWarning } from './use-leave-warning.js';
import { OtherDraft, useSave } from './use-save.js';

interface EditorProps {
  loaded: LoadedRecipe;
  /** What is published, to tell whether the draft differs from it. */
  published: Recipe | undefined;
  connectors: Connectors;
  sampleRun: Run | undefined;
}

/** A recipe on the canvas, in the outline and in the side panel: three views of one thing. */
export function Editor({ loaded, published, connectors, sampleRun }: EditorProps) {
  const { t } = useTranslation();
  const isReadOnly = loaded.built_in;
  const [state, dispatch] = useReducer(reduce, undefined, () => startEditor(loaded.draft, loaded.draft_revision));
  const [dialog, setDialog] = useState<Dialog | undefined>(undefined);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [tab, setTab] = useState('setup');
  const [settings, setSettings] = useState<SettingValues>({});
  const isWide = useMediaQuery('(min-width: 1181px)', true, { getInitialValueInEffect: false });
  const [wantsOutline, setWantsOutline] = useState<boolean | undefined>(undefined);
  const root = useRef<HTMLDivElement>(null);
  const recipe = state.history.present;
  const dirty = isDirty(state);
  useLeaveWarning(dirty);

  const { saving, publishing, previewing } = useSave(loaded.key, state, dispatch, isReadOnly);
  const deferred = useDeferredValue(recipe);
  const catalogue = useMemo(() => catalogueOf(connectors), [connectors]);
  const issues = useMemo(() => validateRecipe(deferred, catalogue).map(atField), [deferred, catalogue]);
  const rows = useMemo(() => outlineRows(recipe, closed), [recipe, closed]);
  const context = useEditValue({
    recipe,
    connectors,
    issues,
    sampleRun,
    selected: state.selected,
    isReadOnly,
    preview: previewing.data,
  });
  const runs = useMemo(
    () =>
      previewing.data
        ? previewStates(deferred, previewing.data, (count) => t('recipe.test.changes', { count }))
        : undefined,
    [previewing.data, deferred, t],
  );

  const select = (row: string, isMore: boolean): void => {
    const { selected } = state;
    const steps = selected.filter((id) => id.startsWith('step:'));
    const others = steps.filter((id) => id !== row);
    const next =
      isMore && row.startsWith('step:') && others.length > 0
        ? steps.includes(row)
          ? others
          : [...others, row]
        : [row];
    dispatch({ kind: 'selected', rows: next });
  };
  const toggle = (row: string): void => {
    setClosed((before) =>
      before.has(row) ? new Set([...before].filter((id) => id !== row)) : new Set([...before, row]),
    );
  };
  const insert = isReadOnly
    ? undefined
    : (place: Place): void => {
        setDialog({ kind: 'picker', place });
      };
  const save = (): void => {
    if (!isReadOnly) saving.mutate(undefined);
  };
  const goTo = (issue: Issue): void => {
    const owner = ownerOf(recipe, issue.pointer);
    const row = typeof owner !== 'string' ? `step:${owner.step.id}` : owner === 'trigger' ? 'trigger' : 'recipe';
    setTab('setup');
    dispatch({ kind: 'selected', rows: [row] });
    setTimeout(() => {
      focusField(root.current, issue.pointer);
    });
  };
  const keys = useKeys({
    recipe, rows, closed, selected: state.selected, isReadOnly, dispatch, onToggle: toggle,
    onAdd: (place) => insert?.(place), onHelp: () => { setDialog({ kind: 'help' }); }, onSave: save,
  }); // prettier-ignore

  const isOutlineOpen = wantsOutline ?? isWide;
  const looked = panelRow(state.selected);
  const close = (): void => {
    setDialog(undefined);
  };
  return (
    <EditProvider value={context}>
      <div ref={root} className={classes.editor} tabIndex={-1} {...keys}>
        <EditorHead
          name={recipe.name}
          isBuiltIn={isReadOnly}
          publishedVersion={publishing.data?.version ?? loaded.published_version}
          differs={published && canonicalize(published) !== canonicalize(recipe)}
          isDirty={dirty}
          errors={issues.filter(({ severity }) => severity === 'error').length}
          isSaving={saving.isPending}
          isPublishing={publishing.isPending}
          canUndo={state.history.past.length > 0}
          canRedo={state.history.future.length > 0}
          isOutlineOpen={isOutlineOpen}
          on={{
            undo: () => {
              dispatch({ kind: 'undone' });
            },
            redo: () => {
              dispatch({ kind: 'redone' });
            },
            save,
            publish: () => {
              publishing.mutate();
            },
            recipe: () => {
              dispatch({ kind: 'selected', rows: ['recipe'] });
              setTab('setup');
            },
            versions: () => {
              setDialog({ kind: 'versions' });
            },
            export: () => {
              downloadText(`${recipe.key}.json`, canonicalize(recipe));
            },
            clone: () => {
              setDialog({ kind: 'clone' });
            },
            help: () => {
              setDialog({ kind: 'help' });
            },
            outline: () => {
              setWantsOutline(!isOutlineOpen);
            },
          }}
        />
        <div className={classes.body} data-outline={isOutlineOpen || undefined}>
          {isOutlineOpen && (
            <div className={classes.side}>
              <Outline
                rows={rows}
                closed={closed}
                selected={state.selected}
                current={currentRow(rows, state.selected)}
                onSelect={select}
                onToggle={toggle}
                onInsert={insert}
              />
              <ProblemList onGoTo={goTo} />
            </div>
          )}
          <div className={classes.stage}>
            <EditorNotices saving={saving} publishing={publishing} isDirty={dirty} isReadOnly={isReadOnly} />
            <Canvas
              recipe={recipe}
              connectors={connectors}
              issues={issues}
              runs={runs}
              isReadOnly={isReadOnly}
              selected={state.selected}
              onSelect={(row, isMore) => {
                select(row, isMore);
                root.current?.focus({ preventScroll: true });
              }}
              onInsert={insert}
              onMove={(node, to) => {
                dispatch({ kind: 'made', made: moveSteps(recipe, [node.slice('step:'.length)], to) });
              }}
            />
          </div>
          <SidePanel
            selected={looked}
            tab={tab}
            onTab={setTab}
            onChange={(next, of) => {
              dispatch({ kind: 'changed', recipe: next, ...(of !== '' && { of }) });
            }}
            onMade={(made) => {
              dispatch({ kind: 'made', made });
            }}
            test={{
              preview: previewing.data,
              isRunning: previewing.isPending,
              error: previewing.error instanceof OtherDraft ? null : previewing.error,
              settings,
              onSettings: setSettings,
              onPreview: (documentId) => {
                previewing.mutate({ documentId, settings: settings as JsonObject }); // a form makes nothing else
              },
            }}
          />
        </div>
        <EditorDialogs
          dialog={dialog}
          onClose={close}
          recipe={recipe}
          connectors={connectors}
          isReadOnly={isReadOnly}
          asked={[saving, publishing, previewing]}
          onOverwrite={saving.mutate}
          onInserted={() => {
            setTab('setup');
          }}
          dispatch={dispatch}
        />
      </div>
    </EditProvider>
  );
}
