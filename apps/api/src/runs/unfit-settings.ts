import { ConnectorError } from '@tandem/connectors';
import { type JsonObject, type Recipe, said, validateSettings, verbatim } from '@tandem/recipes';
import { toStepError, type StepError } from './step-error.js';

/**
 * Why a run cannot begin with these settings; undefined: it can. They fitted when the automation was switched on, but a
 * newer version of the recipe may ask for more.
 */
export function unfitSettings(recipe: Recipe, settings: JsonObject): StepError | undefined {
  const problems = validateSettings(recipe, settings)
    .filter(({ severity }) => severity === 'error')
    .map(({ pointer, message }) => ({ subject: titleAt(recipe, pointer), message: verbatim(message) }));
  if (problems.length === 0) return undefined;
  const named = [...new Set(problems.map(({ subject }) => `“${subject}”`))].join(', ');
  const error = new ConnectorError(
    'validation',
    said`“${recipe.name}” needs settings that are missing or do not fit: ${named}.`,
    {
      problems,
      remedy: said`Open the automation under Templates, fill in what is named, and run this again from the start.`,
    },
  );
  return toStepError(error, 'before_writing');
}

const titleAt = (recipe: Recipe, pointer: string): string => {
  const [, key = ''] = pointer.split('/');
  return recipe.settings.find((setting) => setting.key === key)?.title ?? key;
};
