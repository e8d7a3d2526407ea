import type { JsonObject, Recipe } from '@tandem/recipes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Dispatch } from 'react';
import { Failure } from '../../api/failure.js';
import { recipesOne, recipesSaveDraft, recipeVersionsPublish, runsPreview } from '../../api/generated/sdk.gen.js';
import { isDirty, type EditorEvent, type EditorState } from './editor-state.js';
import { readRecipe, recipeQuery, type LoadedRecipe } from './queries.js';

/** Somebody saved in between: theirs is kept on the server, ours here. */
export class OtherDraft extends Error {
  override readonly name = 'OtherDraft';

  constructor(
    readonly theirs: LoadedRecipe,
    readonly ours: Recipe,
  ) {
    super('The draft was changed in the meantime');
  }
}

interface PreviewWish {
  documentId: string;
  /** To try with; empty: those of the automation. */
  settings: JsonObject;
}

/** To save something else than what is edited, or on top of another revision. */
interface SaveWish {
  recipe: Recipe;
  revision: number;
}

const isStale = (error: unknown): boolean =>
  error instanceof Failure && error.status === 409 && error.type.includes('stale_revision');

/** Saving, publishing and previewing: each of them saves first what is not saved yet. */
export function useSave(key: string, state: EditorState, dispatch: Dispatch<EditorEvent>, isReadOnly: boolean) {
  const queryClient = useQueryClient();

  /** A refusal because of somebody else's draft comes with that draft. */
  const explained = async (error: unknown): Promise<unknown> => {
    if (!isStale(error)) return error;
    return new OtherDraft(readRecipe(await recipesOne({ path: { key } })), state.history.present);
  };

  const save = async (wish?: SaveWish): Promise<number> => {
    const { recipe, revision } = wish ?? { recipe: state.history.present, revision: state.revision };
    if (isReadOnly || (!wish && !isDirty(state))) return revision;
    try {
      const saved = await recipesSaveDraft({ path: { key }, body: { revision, recipe } });
      dispatch({ kind: 'saved', recipe, revision: saved.draft_revision });
      queryClient.setQueryData(recipeQuery(key).queryKey, readRecipe(saved));
      void queryClient.invalidateQueries({ queryKey: ['recipes'], exact: true });
      return saved.draft_revision;
    } catch (error) {
      throw await explained(error);
    }
  };

  const saving = useMutation({ mutationFn: (wish?: SaveWish) => save(wish) });
  const publishing = useMutation({
    mutationFn: async () => {
      const revision = await save();
      try {
        return await recipeVersionsPublish({ path: { key }, body: { revision } });
      } catch (error) {
        throw await explained(error);
      }
    },
    // The matrix has a column for each published recipe.
    onSuccess: () =>
      Promise.all(
        ['recipes', 'templates', 'automations'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
      ),
  });
  const previewing = useMutation({
    mutationFn: async ({ documentId, settings }: PreviewWish) => {
      await save();
      const given = Object.keys(settings).length > 0 ? { settings } : {};
      return runsPreview({ body: { recipe: key, content: 'draft', document_id: documentId, ...given } });
    },
  });
  return { saving, publishing, previewing };
}
