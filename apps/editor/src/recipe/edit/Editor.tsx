import { useCallbackRef } from '@mantine/hooks';
import { useRef } from 'react';
import type { CommandId } from './command-list.js';
import { commandsOn } from './commands-on.js';
import { EditProvider } from './edit-context.js';
import classes from './editor.module.css';
import { EditorDialogs } from './EditorDialogs.js';
import { EditorHead } from './EditorHead.js';
import { focusRowAgain } from './focus-field.js';
import { Panel } from './Panel.js';
import { Stage } from './Stage.js';
import { useEditValue } from './use-edit-value.js';
import { useEditor, type EditorOf } from './use-editor.js';
import { useKeys } from './use-keys.js';
import workbench from '../../look/workbench.module.css';

/** A recipe on the canvas, in the outline and in the side panel: three views of one thing. */
export function Editor(of: EditorOf) {
  const root = useRef<HTMLDivElement>(null);
  const editor = useEditor(of);
  const { recipe, shown, connectors, issues, isReadOnly, asked, dispatch } = editor;
  const commands = commandsOn(editor);
  const run = useCallbackRef((id: CommandId) => {
    if (commands[id].isPossible) commands[id].run();
  });
  const keys = useKeys(editor, run);
  const preview = asked.previewing.data;
  const { selected } = shown;
  const context = useEditValue({
    recipe, connectors, issues, selected, isReadOnly, dispatch, preview, sampleRun: of.sampleRun, callables: of.callables,
  }); // prettier-ignore
  return (
    <EditProvider value={context}>
      <div ref={root} className={`${workbench.workbench} ${classes.editor}`} data-fills-window tabIndex={-1} {...keys}>
        <EditorHead
          name={recipe.name}
          isBuiltIn={isReadOnly}
          publishedVersion={asked.publishing.data?.version ?? of.loaded.published_version}
          differs={editor.differs}
          isDirty={editor.dirty}
          errors={editor.errors}
          isSaving={asked.saving.isPending}
          isPublishing={asked.publishing.isPending}
          canUndo={commands.undo.isPossible}
          canRedo={commands.redo.isPossible}
          isOutlineOpen={editor.isOutlineOpen}
          isPanelOpen={editor.isPanelOpen}
          run={run}
        />
        <div
          className={classes.body}
          data-outline={editor.isOutlineOpen || undefined}
          data-panel={editor.isPanelOpen || undefined}
        >
          <Stage editor={editor} root={root} />
          {editor.isPanelOpen && <Panel editor={editor} root={root} />}
        </div>
        <EditorDialogs
          editor={editor}
          commands={commands}
          run={run}
          onBack={() => {
            focusRowAgain(root.current);
          }}
        />
      </div>
    </EditProvider>
  );
}
