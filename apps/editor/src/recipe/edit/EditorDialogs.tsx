import type { Recipe } from '@tandem/recipes';
import type { Dispatch } from 'react';
import { CloneDialog } from '../list/CloneDialog.js';
import { insertSteps } from '../model/commands.js';
import type { Connectors } from '../model/connectors.js';
import type { Place } from '../model/step-lists.js';
import { StepPicker } from '../picker/StepPicker.js';
import { VersionsDrawer } from '../versions/VersionsDrawer.js';
import { ConflictDialog } from './ConflictDialog.js';
import type { EditorEvent } from './editor-state.js';
import { ShortcutsDialog } from './ShortcutsDialog.js';
import { OtherDraft } from './use-save.js';

export type Dialog = { kind: 'picker'; place: Place } | { kind: 'versions' | 'clone' | 'help' };

interface EditorDialogsProps {
  dialog: Dialog | undefined;
  onClose: () => void;
  recipe: Recipe;
  connectors: Connectors;
  isReadOnly: boolean;
  /** What was asked of the server; a stale draft among it opens the comparison of both. */
  asked: readonly { error: Error | null; reset: () => void }[];
  /** Saves on top of this revision. */
  onOverwrite: (revision: number) => void;
  onInserted: () => void;
  dispatch: Dispatch<EditorEvent>;
}

/** Everything that lies over the editor for a moment. */
export function EditorDialogs(props: EditorDialogsProps) {
  const { dialog, onClose, recipe, connectors, isReadOnly, asked, onOverwrite, onInserted, dispatch } = props;
  const conflict = asked.map(({ error }) => error).find((error) => error instanceof OtherDraft);
  const settle = (): void => {
    for (const one of asked) one.reset();
  };
  return (
    <>
      <StepPicker
        isOpen={dialog?.kind === 'picker'}
        recipe={recipe}
        connectors={connectors}
        onClose={onClose}
        onChoose={(step) => {
          if (dialog?.kind !== 'picker') return;
          dispatch({ kind: 'made', made: insertSteps(recipe, dialog.place, [step]) });
          onInserted();
          onClose();
        }}
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
      <ConflictDialog
        conflict={conflict}
        connectors={connectors}
        onTheirs={({ theirs: { draft, draft_revision } }) => {
          dispatch({ kind: 'replaced', recipe: draft, saved: draft, revision: draft_revision });
          settle();
        }}
        onOurs={({ theirs }) => {
          settle();
          onOverwrite(theirs.draft_revision);
        }}
        onLater={settle}
      />
    </>
  );
}
