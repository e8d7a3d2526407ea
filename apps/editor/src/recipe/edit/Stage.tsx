import { useCallbackRef } from '@mantine/hooks';
import type { Issue } from '@tandem/recipes';
import { useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Canvas } from '../canvas/Canvas.js';
import { moveSteps } from '../model/commands.js';
import { ownerOf } from '../model/outline.js';
import type { Place } from '../model/step-lists.js';
import { previewStates } from '../test/preview-states.js';
import classes from './editor.module.css';
import { EditorNotices } from './EditorNotices.js';
import { stepRange, type Choice } from './choice.js';
import { stepsIn } from './editor-state.js';
import { Outline } from './Outline.js';
import { outlineRows } from './outline-rows.js';
import { currentRow } from './panel-row.js';
import { ProblemList } from './ProblemList.js';
import type { EditorModel, Point } from './use-editor.js';

export interface PartProps {
  editor: EditorModel;
  root: RefObject<HTMLDivElement | null>;
}

/** The outline and the canvas. */
export function Stage({ editor, root }: PartProps) {
  const { state, shown, dispatch, connectors, issues, isReadOnly, closed } = editor;
  const recipe = shown.history.present;
  const rows = useMemo(() => outlineRows(recipe, closed), [recipe, closed]);
  // The outline follows the keys at once, unless it is about to be another one.
  const selected = recipe === state.history.present ? state.selected : shown.selected;
  const on = useStageEvents(editor, root);
  const runs = usePreviewStates(editor);
  const problems = (
    <ProblemList
      onGoTo={(issue: Issue) => {
        const owner = ownerOf(recipe, issue.pointer);
        const row = typeof owner !== 'string' ? `step:${owner.step.id}` : owner === 'trigger' ? owner : 'recipe';
        dispatch({ kind: 'selected', rows: [row] });
        editor.open({ pointer: issue.pointer });
      }}
    />
  );
  return (
    <>
      {editor.isOutlineOpen && (
        <div className={classes.side}>
          <Outline
            rows={rows}
            recipe={recipe}
            connectors={connectors}
            issues={issues}
            runs={runs}
            closed={closed}
            selected={selected}
            current={currentRow(rows, selected)}
            onSelect={on.select}
            onToggle={editor.toggle}
            onMenu={on.menu}
            onInsert={isReadOnly ? undefined : on.insert}
          />
          {problems}
        </div>
      )}
      <div className={classes.stage}>
        <EditorNotices editor={editor} />
        <div className={classes.drawing}>
          <Canvas
            recipe={recipe}
            connectors={connectors}
            issues={issues}
            runs={runs}
            isReadOnly={isReadOnly}
            selected={shown.selected}
            onSelect={on.selectOnCanvas}
            onSelectAll={on.selectAll}
            onOpen={on.open}
            onInsert={isReadOnly ? undefined : on.insert}
            onMove={on.move}
            onMenu={on.menu}
          />
        </div>
        {!editor.isOutlineOpen && problems}
      </div>
    </>
  );
}

/** Always the same functions, so that neither outline nor canvas is drawn again for them. */
function useStageEvents({ state, recipe, dispatch, show, open }: EditorModel, root: PartProps['root']) {
  const select = useCallbackRef((row: string, choice: Choice): void => {
    if (choice === 'range')
      dispatch({ kind: 'selected', rows: stepRange(outlineRows(recipe), state.selected[0], row) });
    else dispatch({ kind: 'picked', row, isMore: choice === 'more' });
  });
  return {
    select,
    selectOnCanvas: useCallbackRef((row: string, choice: Choice): void => {
      select(row, choice);
      root.current?.focus({ preventScroll: true });
    }),
    selectAll: useCallbackRef((chosen: string[]): void => {
      dispatch({ kind: 'selected', rows: chosen });
      root.current?.focus({ preventScroll: true });
    }),
    open: useCallbackRef(() => {
      open('first field');
    }),
    /** What the menu is about is what was pointed at, or all that is chosen where that was among it. */
    menu: useCallbackRef((row: string, at: Point): void => {
      if (!state.selected.includes(row)) dispatch({ kind: 'selected', rows: [row] });
      show({ kind: 'menu', at });
    }),
    insert: useCallbackRef((place: Place): void => {
      show({ kind: 'picker', place });
    }),
    /** A chosen step takes the others that are chosen along. */
    move: useCallbackRef((node: string, to: Place): void => {
      const id = node.slice('step:'.length);
      const chosen = stepsIn(state.selected);
      const ids = chosen.includes(id) ? chosen : [id];
      dispatch({ kind: 'made', make: (before) => moveSteps(before, ids, to) });
    }),
  };
}

function usePreviewStates({ shown, asked }: EditorModel) {
  const { t } = useTranslation();
  const preview = asked.previewing.data;
  const recipe = shown.history.present;
  return useMemo(
    () => preview && previewStates(recipe, preview, (count) => t('recipe.test.changes', { count })),
    [preview, recipe, t],
  );
}
