import { useCallbackRef } from '@mantine/hooks';
import type { Issue, JsonObject } from '@tandem/recipes';
import { useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingValues } from '../../settings/settings-form.js';
import { Canvas } from '../canvas/Canvas.js';
import { moveSteps } from '../model/commands.js';
import { ownerOf } from '../model/outline.js';
import type { Place } from '../model/step-lists.js';
import { SidePanel } from '../panel/SidePanel.js';
import { previewStates } from '../test/preview-states.js';
import type { CommandId } from './command-list.js';
import { commandsOn } from './commands-on.js';
import { EditProvider } from './edit-context.js';
import classes from './editor.module.css';
import { EditorDialogs } from './EditorDialogs.js';
import { EditorHead } from './EditorHead.js';
import { EditorNotices } from './EditorNotices.js';
import { stepsIn } from './editor-state.js';
import { focusField, focusRow } from './focus-field.js';
import { Outline } from './Outline.js';
import { currentRow, panelRow } from './panel-row.js';
import { ProblemList } from './ProblemList.js';
import { useEditValue } from './use-edit-value.js';
import { useEditor, type EditorModel, type EditorOf } from './use-editor.js';
import { useKeys } from './use-keys.js';
import { OtherDraft } from './use-save.js';

/** A recipe on the canvas, in the outline and in the side panel: three views of one thing. */
export function Editor(of: EditorOf) {
  const root = useRef<HTMLDivElement>(null);
  const editor = useEditor(of, root);
  const { state, recipe, connectors, issues, isReadOnly, asked, dispatch } = editor;
  const commands = commandsOn(editor);
  const run = useCallbackRef((id: CommandId) => {
    if (commands[id].isPossible) commands[id].run();
  });
  const keys = useKeys(editor, run);
  const preview = asked.previewing.data;
  const { selected } = state;
  const context = useEditValue({
    recipe, connectors, issues, sampleRun: of.sampleRun, selected, isReadOnly, dispatch, preview,
  }); // prettier-ignore
  const version = asked.publishing.data?.version ?? of.loaded.published_version;
  return (
    <EditProvider value={context}>
      <div ref={root} className={classes.editor} tabIndex={-1} {...keys}>
        <EditorHead
          name={recipe.name}
          isBuiltIn={isReadOnly}
          publishedVersion={version}
          differs={editor.differs}
          isDirty={editor.dirty}
          errors={editor.errors}
          isSaving={asked.saving.isPending}
          isPublishing={asked.publishing.isPending}
          canUndo={commands.undo.isPossible}
          canRedo={commands.redo.isPossible}
          isOutlineOpen={editor.isOutlineOpen}
          run={run}
        />
        <div className={classes.body} data-outline={editor.isOutlineOpen || undefined}>
          <Stage editor={editor} root={root} />
          <Panel editor={editor} root={root} />
        </div>
        <EditorDialogs
          editor={editor}
          commands={commands}
          run={run}
          onBack={() => {
            focusRow(root.current);
          }}
        />
      </div>
    </EditProvider>
  );
}

interface PartProps {
  editor: EditorModel;
  root: RefObject<HTMLDivElement | null>;
}

/** The outline and the canvas. */
function Stage({ editor, root }: PartProps) {
  const { t } = useTranslation();
  const { state, dispatch, recipe, connectors, issues, isReadOnly, dirty, asked, rows, closed, toggle, show } = editor;
  const preview = asked.previewing.data;
  const runs = useMemo(
    () => preview && previewStates(recipe, preview, (count) => t('recipe.test.changes', { count })),
    [preview, recipe, t],
  );
  const select = useCallbackRef((row: string, isMore: boolean): void => {
    dispatch({ kind: 'picked', row, isMore });
  });
  const selectOnCanvas = useCallbackRef((row: string, isMore: boolean): void => {
    select(row, isMore);
    root.current?.focus({ preventScroll: true });
  });
  const insert = useCallbackRef((place: Place): void => {
    show({ kind: 'picker', place });
  });
  const move = useCallbackRef((node: string, to: Place): void => {
    const id = node.slice('step:'.length);
    const chosen = stepsIn(state.selected);
    const ids = chosen.includes(id) ? chosen : [id];
    dispatch({ kind: 'made', make: (before) => moveSteps(before, ids, to) });
  });
  const goTo = (issue: Issue): void => {
    const owner = ownerOf(recipe, issue.pointer);
    const row = typeof owner !== 'string' ? `step:${owner.step.id}` : owner === 'trigger' ? 'trigger' : 'recipe';
    editor.setTab('setup');
    dispatch({ kind: 'selected', rows: [row] });
    setTimeout(() => {
      focusField(root.current, issue.pointer);
    });
  };
  return (
    <>
      {editor.isOutlineOpen && (
        <div className={classes.side}>
          <Outline
            rows={rows}
            closed={closed}
            selected={state.selected}
            current={currentRow(rows, state.selected)}
            onSelect={select}
            onToggle={toggle}
            onInsert={isReadOnly ? undefined : insert}
          />
          <ProblemList onGoTo={goTo} />
        </div>
      )}
      <div className={classes.stage}>
        <EditorNotices saving={asked.saving} publishing={asked.publishing} isDirty={dirty} isReadOnly={isReadOnly} />
        <Canvas
          recipe={recipe}
          connectors={connectors}
          issues={issues}
          runs={runs}
          isReadOnly={isReadOnly}
          selected={state.selected}
          onSelect={selectOnCanvas}
          onInsert={isReadOnly ? undefined : insert}
          onMove={move}
        />
      </div>
    </>
  );
}

/** What is chosen, set up, tried and noted. */
function Panel({ editor, root }: PartProps) {
  const { state, dispatch, asked, tab, setTab } = editor;
  const [settings, setSettings] = useState<SettingValues>({});
  const { previewing } = asked;
  return (
    <SidePanel
      selected={panelRow(state.selected)}
      tab={tab}
      onTab={setTab}
      dispatch={dispatch}
      onLeave={() => {
        focusRow(root.current);
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
  );
}
