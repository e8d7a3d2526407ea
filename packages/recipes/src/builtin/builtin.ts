import { Recipe } from '../schema/recipe.js';
import attachPdf from './attach-pdf.json' with { type: 'json' };
import changeDealStage from './change-deal-stage.json' with { type: 'json' };
import importFromCrm from './import-from-crm.json' with { type: 'json' };
import updateDealProperties from './update-deal-properties.json' with { type: 'json' };
import updateLineItems from './update-line-items.json' with { type: 'json' };

/** The automations that come with the product, in the order in which they are offered. Recipes like any other. */
export const builtinRecipes: readonly Recipe[] = [
  importFromCrm,
  changeDealStage,
  attachPdf,
  updateDealProperties,
  updateLineItems,
].map((recipe) => Recipe.parse(recipe));
