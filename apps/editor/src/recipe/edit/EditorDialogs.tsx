import { CloneDialog } from '../list/CloneDialog.js';
import { insertSteps } from '../model/commands.js';
import { FindDialog } from '../picker/FindDialog.js';
import { StepPicker } from '../picker/StepPicker.js';
import { VersionsDrawer } from '../versions/VersionsDrawer.js';
import type { CommandId } from './command-list.js';
import type { Commands } from './commands-on.js';
import { CommandPalette } from './CommandPalette.js';
import { ConflictDialog } from './ConflictDialog.js';
import { ShortcutsDialog } from './ShortcutsDialog.js';
import type { EditorModel } from './use-editor.js';
import { OtherDraft } from './use-save.js';

interface EditorDialogsProps {
  editor: EditorModel;
  commands: Commands;
  run: (id: CommandId) => void;
  /** The keyboard goes back to the step that is looked at. */
  onBack: () => void;
}

/** Everything that lies over the editor for a moment. */
export function EditorDialogs({ editor, commands, run, onBack }: EditorDialogsProps) {
  const { dialog, show, recipe, connectors, isReadOnly, dispatch, setTab } = editor;
  const onClose = (): void => {
    show(undefined);
  };
  return (
    <>
      <StepPicker
        isOpen={dialog?.kind === 'picker'}
        recipe={recipe}
        connectors={connectors}
        onClose={onClose}
        onClosed={onBack}
        onChoose={(step) => {
          if (dialog?.kind !== 'picker') return;
          dispatch({ kind: 'made', make: (before) => insertSteps(before, dialog.place, [step]) });
          setTab('setup');
          onClose();
        }}
      />
      <FindDialog
        isOpen={dialog?.kind === 'find'}
        onClose={onClose}
        onClosed={onBack}
        onFound={(id) => {
          dispatch({ kind: 'selected', rows: [`step:${id}`] });
          onClose();
        }}
      />
      <CommandPalette
        isOpen={dialog?.kind === 'palette'}
        isPossible={(id) => commands[id].isPossible}
        run={run}
        onClose={onClose}
      />
      <VersionsDrawer
        isOpen={dialog?.kind === 'versions'}
        onClose={onClose}
        recipeKey={recipe.key}
        current={recipe}
        connectors={connectors}
        onRestore={
          isReadOnly
            ? undefined
            : (version) => {
                dispatch({ kind: 'replaced', recipe: version });
                onClose();
              }
        }
      />
      <CloneDialog original={dialog?.kind === 'clone' ? recipe : undefined} onClose={onClose} />
      <ShortcutsDialog isOpen={dialog?.kind === 'help'} onClose={onClose} />
      <Conflict editor={editor} />
    </>
  );
}

/** Somebody else's draft, found when something was asked of the server. */
function Conflict({ editor: { asked, connectors, dispatch } }: { editor: EditorModel }) {
  const all = [asked.saving, asked.publishing, asked.previewing];
  const conflict = all.map(({ error }) => error).find((error) => error instanceof OtherDraft);
  const settle = (): void => {
    for (const one of all) one.reset();
  };
  return (
    <ConflictDialog
      conflict={conflict}
      connectors={connectors}
      onTheirs={({ theirs: { draft, draft_revision } }) => {
        dispatch({ kind: 'replaced', recipe: draft, saved: draft, revision: draft_revision });
        settle();
      }}
      onOurs={({ theirs }) => {
        settle();
        asked.saving.mutate(theirs.draft_revision);
      }}
      onLater={settle}
    />
  );
}
