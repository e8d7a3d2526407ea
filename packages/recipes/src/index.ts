export { builtinRecipes } from './builtin/builtin.js';
export { canonicalize, parseRecipe } from './canonical/canonicalize.js';
export type { EntryChange } from './diff/diff-entries.js';
export type { ValueChange } from './diff/diff-json.js';
export { diffRecipes, type RecipeDiff } from './diff/diff-recipes.js';
export { ExpressionError } from './expressions/expression-error.js';
export { evaluate, evaluateCondition } from './expressions/evaluate.js';
export { isLogic } from './expressions/is-logic.js';
export { LIMITS, type Limits } from './expressions/limits.js';
export { operators, type Operator, type OperatorKey } from './expressions/operators.js';
export { forbiddenPartOf } from './expressions/own-path.js';
export { pillsOf, type Pill } from './expressions/pills.js';
export type {
  BeginWaitCommand,
  CallCommand,
  Command,
  End,
  EventAwaited,
  Failed,
  PerformCommand,
  Succeeded,
  WaitCommand,
} from './interpret/command.js';
export { eventMatches } from './interpret/event-matches.js';
export { interpret, nextCommand, type RunScope } from './interpret/interpret.js';
export type { JournalEntry } from './interpret/journal.js';
export { traceRun, type TracedStep } from './interpret/trace.js';
export type { Json, JsonObject } from './json.js';
export { Recipe } from './schema/recipe.js';
export { jsonSchema } from './schema/json-schema.js';
export { number, said, verbatim, type Said, type SaidValue } from './said.js';
export { Setting, type PickListSource } from './schema/setting.js';
export { Step, type Action, type Call, type ForEach, type If, type Stop, type Try, type Wait } from './schema/step.js';
export type {
  Catalogue,
  CatalogueAction,
  CatalogueConnector,
  CatalogueRecipe,
  JsonSchema,
} from './validation/catalogue.js';
export { TEMPLATE_TRIGGER } from './validation/check-trigger.js';
export type { Issue } from './validation/issue.js';
export { nearest } from './validation/nearest.js';
export { isBlank, settingsWithDefaults, validateSettings } from './validation/settings-values.js';
export { validateRecipe } from './validation/validate-recipe.js';
