import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { isDeepStrictEqual } from 'node:util';
import { Audit, type Deed } from '../audit/audit.js';
import { conflict, notFound, unprocessable, type Issue } from '../http/problem.js';
import { RecipeStore } from '../recipes/recipe-store.js';
import { RecipeVersions } from '../recipes/recipe-versions.js';
import { AutomationStore } from './automation-store.js';
import { CheckChoice, checkKeyOf, type Verdict } from './check-choice.js';
import { planChanges, type Change, type KnownRecipe, type PlannedChange, type PlannedChanges } from './plan-changes.js';

export interface Outcome extends PlannedChanges {
  /** For people: what could not be checked. */
  notes: string[];
}

interface ChangeOptions {
  /** Puts back what was there before, even where it no longer fits. */
  restore?: boolean;
  /** Where the change of this index stands in the body of the request. */
  pointer: (index: number) => string;
}

/** Switches any number of cells: all of them, or none. */
@Injectable()
export class ChangeAutomations {
  constructor(
    private readonly store: AutomationStore,
    private readonly recipes: RecipeStore,
    private readonly versions: RecipeVersions,
    private readonly checkChoice: CheckChoice,
    private readonly audit: Audit,
  ) {}

  /**
   * One transaction, with an audit entry for each cell that changes. Throws 404 for an unknown recipe, 409 where one
   * that was never published is switched on, 422 with the issues of everything that does not fit.
   */
  async apply(changes: readonly Change[], { restore = false, pointer }: ChangeOptions): Promise<Outcome> {
    const recipes = await this.recipesOf(changes);
    const recipeIds = [...recipes.values()].map(({ id }) => id);
    const notes = restore
      ? []
      : await this.check(
          planChanges(changes, recipes, await this.store.ofRecipes(recipeIds)),
          changes,
          recipes,
          pointer,
        );
    return this.store.transaction(async (tx) => {
      const plan = planChanges(changes, recipes, await this.store.hold(tx, recipeIds));
      const changed = plan.planned.filter(({ before, after }) => !isDeepStrictEqual(before, after));
      await this.store.saveAll(
        tx,
        changed.flatMap(({ after, ...place }) => (after ? [{ ...place, ...after }] : [])),
      );
      await this.store.removeAll(
        tx,
        changed.filter(({ after }) => after === null),
      );
      await this.audit.recordAll(tx, changed.map(deedOf));
      return { ...plan, notes };
    });
  }

  private async recipesOf(changes: readonly Change[]): Promise<Map<string, KnownRecipe>> {
    const all = await this.recipes.all();
    const known = new Map<string, KnownRecipe>();
    for (const key of new Set(changes.map(({ recipe }) => recipe))) {
      const row = all.find((one) => one.key === key);
      if (!row) throw notFound(said`recipe "${key}"`);
      known.set(key, { id: row.id, published: (await this.versions.published(row.id))?.recipe ?? null });
    }
    return known;
  }

  /** Answers the notes. Each choice is checked once, however many templates take it. */
  private async check(
    { planned }: PlannedChanges,
    changes: readonly Change[],
    recipes: ReadonlyMap<string, KnownRecipe>,
    pointer: (index: number) => string,
  ): Promise<string[]> {
    const verdicts = new Map<string, Verdict>();
    const issues: Issue[] = [];
    for (const { recipe, templateId, after } of planned) {
      if (after === null) continue;
      const published = recipes.get(recipe)?.published;
      if (!published && after.enabled) throw conflict(said`“${recipe}” was never published. Publish it first.`);
      if (!published) continue;
      const choice = { templateId, ...after };
      const key = checkKeyOf(recipe, choice);
      if (verdicts.has(key)) continue;
      const verdict = await this.checkChoice.check(published, choice);
      verdicts.set(key, verdict);
      const index = changes.findIndex((one) => one.recipe === recipe && one.templateId === templateId);
      issues.push(...verdict.issues.map((issue) => ({ ...issue, pointer: pointer(index) + issue.pointer })));
    }
    if (issues.length > 0) throw unprocessable(said`It cannot be saved with these settings; see \`issues\`.`, issues);
    return [...new Set([...verdicts.values()].flatMap(({ note }) => note ?? []))];
  }
}

const deedOf = ({ recipe, templateId, before, after }: PlannedChange): Deed => ({
  action: actionOf(before, after),
  subject: templateId === null ? `recipe ${recipe}, all templates` : `recipe ${recipe}, template ${templateId}`,
  before: before && { ...before },
  after: after && { ...after },
});

function actionOf(before: PlannedChange['before'], after: PlannedChange['after']): string {
  if (after === null) return 'automation.reset';
  if ((before?.enabled ?? false) === after.enabled) return 'automation.settings_saved';
  return after.enabled ? 'automation.switched_on' : 'automation.switched_off';
}
