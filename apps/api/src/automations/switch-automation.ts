import { Injectable } from '@nestjs/common';
import { validateSettings, type JsonObject, type Recipe } from '@tandem/recipes';
import { Audit } from '../audit/audit.js';
import { conflict, unprocessable, type Issue } from '../http/problem.js';
import { RecipeStore } from '../recipes/recipe-store.js';
import { RecipeVersions } from '../recipes/recipe-versions.js';
import type { AutomationBody } from './automation-requests.js';
import { AutomationStore, settingsOf, type StoredChoice } from './automation-store.js';

/** Switches recipes on and off, for a template or as the default. */
@Injectable()
export class SwitchAutomation {
  constructor(
    private readonly store: AutomationStore,
    private readonly recipes: RecipeStore,
    private readonly versions: RecipeVersions,
    private readonly audit: Audit,
  ) {}

  /**
   * Settings may be incomplete while it is off. Throws 404 for an unknown recipe, 409 for one that was never published,
   * 422 with the issues of the settings, or where the recipe cannot be switched on like that.
   */
  async switch(wish: AutomationBody): Promise<StoredChoice> {
    const { id: recipeId } = await this.recipes.get(wish.recipe);
    const published = await this.versions.published(recipeId);
    return this.store.transaction(async (tx) => {
      const before = await this.store.find(tx, recipeId, wish.template_id);
      const settings = wish.settings ?? before?.settings ?? {};
      if (wish.enabled) {
        if (!published) throw conflict(`“${wish.recipe}” was never published. Publish it first.`);
        refuseMisfit(published.recipe, wish.template_id, settings);
      }
      const choice = { templateId: wish.template_id, enabled: wish.enabled, settings };
      const id = await this.store.save(tx, recipeId, choice);
      await this.audit.record(tx, {
        action: actionOf(before?.enabled ?? false, wish.enabled),
        subject: subjectOf(wish.recipe, wish.template_id),
        before: before ? settingsOf(before) : null,
        after: settingsOf(choice),
      });
      return this.store.get(tx, id);
    });
  }

  /** Back to the default; the default itself goes back to off. Throws 404. */
  async reset(id: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      const before = await this.store.get(tx, id);
      await this.store.remove(tx, id);
      const subject = subjectOf(before.recipe, before.templateId);
      await this.audit.record(tx, { action: 'automation.reset', subject, before: settingsOf(before), after: null });
    });
  }
}

function refuseMisfit(recipe: Recipe, templateId: string | null, settings: JsonObject): void {
  if (recipe.trigger.kind === 'call') {
    throw misfit('/recipe', 'Only other recipes start this one, as a step of theirs; it cannot be switched on.');
  }
  if (recipe.offer === 'everywhere' && templateId !== null) {
    throw misfit('/template_id', 'This recipe is not about templates; must be null.');
  }
  const errors = validateSettings(recipe, settings).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const issues = errors.map(({ severity: _, pointer, ...issue }): Issue => ({
    in: 'body',
    pointer: `/settings${pointer}`,
    ...issue,
  }));
  throw unprocessable('It cannot be switched on with these settings; see `issues`.', issues);
}

const misfit = (pointer: string, message: string) => unprocessable(message, [{ in: 'body', pointer, message }]);

const subjectOf = (recipe: string, templateId: string | null): string =>
  templateId === null ? `recipe ${recipe}, all templates` : `recipe ${recipe}, template ${templateId}`;

const actionOf = (wasOn: boolean, isOn: boolean): string => {
  if (wasOn === isOn) return 'automation.settings_saved';
  return isOn ? 'automation.switched_on' : 'automation.switched_off';
};
