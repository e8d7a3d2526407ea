import { Injectable } from '@nestjs/common';
import type { Recipe } from '@tandem/recipes';
import { RecipeVersions } from '../recipes/recipe-versions.js';
import { AutomationStore, type StoredChoice } from './automation-store.js';
import { effectiveState, type EffectiveState } from './effective-state.js';

/** A published recipe that is offered per template. */
export interface MatrixColumn {
  recipe: Recipe;
  /** What holds for a template; null asks for the default for all. */
  stateFor: (templateId: string | null) => EffectiveState;
}

/** The columns of the matrix with all choices, read at once. */
@Injectable()
export class MatrixColumns {
  constructor(
    private readonly versions: RecipeVersions,
    private readonly store: AutomationStore,
  ) {}

  /** In the order of the recipes. `published` are all recipes that may be called by these. */
  async all(): Promise<{ columns: MatrixColumn[]; published: Recipe[] }> {
    const [choices, published] = [await this.store.all(), await this.versions.allPublished()];
    const columns = published
      .filter(({ recipe }) => recipe.offer === 'template' && recipe.trigger.kind === 'event')
      .map(({ recipeId, recipe }) =>
        columnOf(
          recipe,
          choices.filter((choice) => choice.recipeId === recipeId),
        ),
      );
    return { columns, published: published.map(({ recipe }) => recipe) };
  }
}

/** Hundreds of templates are looked up, so each finds its own choice at once. */
function columnOf(recipe: Recipe, choices: readonly StoredChoice[]): MatrixColumn {
  const byTemplate = new Map(choices.map((choice) => [choice.templateId, choice]));
  return {
    recipe,
    stateFor(templateId) {
      const holding = [byTemplate.get(templateId), byTemplate.get(null)].filter((choice) => choice !== undefined);
      return effectiveState(holding, templateId);
    },
  };
}
