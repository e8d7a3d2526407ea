import { CloneDialog } from '../list/CloneDialog.js';
import { insertSteps } from '../model/commands.js';
import { FindDialog } from '../picker/FindDialog.js';
import { StepPicker } from '../picker/StepPicker.js';
import { VersionsDrawer } from '../versions/VersionsDrawer.js';
import type { CommandId } from './command-list.js';
import type { Commands } from './commands-on.js';
import { CommandPalette } from './CommandPalette.js';
import { ConflictDialog } from './ConflictDialog.js';
import { StepMenu } from './StepMenu.js';
import { ShortcutsDialog } from './ShortcutsDialog.js';
import type { EditorModel } from './use-editor.js';
import { useKeepCopy } from './use-keep-copy.js';
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
      <StepMenu
        at={dialog?.kind === 'menu' ? dialog.at : undefined}
        commands={commands}
        run={run}
        onClose={() => {
          onClose();
          onBack();
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

/** Somebody else's draft: found when something was asked of the server, or asked for by whoever was told of it. */
function Conflict({ editor }: { editor: EditorModel }) {
  const { asked, connectors, dispatch, dialog, show, theirs, recipe } = editor;
  const keep = useKeepCopy();
  const all = [asked.saving, asked.publishing, asked.previewing];
  const told = dialog?.kind === 'theirs' && theirs ? new OtherDraft(theirs, recipe) : undefined;
  const conflict = all.map(({ error }) => error).find((error) => error instanceof OtherDraft) ?? told;
  const settle = (): void => {
    for (const one of all) one.reset();
    show(undefined);
  };
  const takeTheirs = ({ theirs: { draft, draft_revision } }: OtherDraft): void => {
    dispatch({ kind: 'replaced', recipe: draft, saved: draft, revision: draft_revision });
    settle();
  };
  return (
    <ConflictDialog
      conflict={conflict}
      connectors={connectors}
      error={keep.error}
      onTheirs={takeTheirs}
      onBoth={(found) => {
        keep.mutate(found.ours, {
          onSuccess: () => {
            takeTheirs(found);
          },
        });
      }}
      onOurs={(found) => {
        takeTheirs(found);
        // Theirs stays one undo away.
        dispatch({ kind: 'replaced', recipe: found.ours });
        asked.saving.mutate({ recipe: found.ours, revision: found.theirs.draft_revision });
      }}
      onLater={settle}
    />
  );
}
