import { Injectable } from '@nestjs/common';
import { type JsonObject, type Recipe, type Said, said, type Setting, validateSettings } from '@tandem/recipes';
import type { Issue } from '../http/problem.js';
import { goneChoices, listsAsked, type Lists } from './readiness/gone-choices.js';
import { LiveLists } from './readiness/live-lists.js';
import { goneSentence } from './readiness/readiness.js';

/** What is to be saved for a recipe. */
export interface WantedChoice {
  templateId: string | null;
  enabled: boolean;
  settings: JsonObject;
}

export interface Verdict {
  /** Pointers are from the root of the choice: `/settings/stages/document.sent`. Empty: it may be saved. */
  issues: Issue[];
  /** For people: what could not be checked, because its remote did not answer; null: all was. */
  note: string | null;
}

/** Whether a choice fits its recipe, and whether the remotes still offer what was chosen. */
@Injectable()
export class CheckChoice {
  constructor(private readonly lists: LiveLists) {}

  /** Settings may be incomplete while it is off; what is filled in must exist all the same. */
  async check(recipe: Recipe, choice: WantedChoice): Promise<Verdict> {
    const misfits = choice.enabled ? misfitsOf(recipe, choice) : [];
    if (misfits.length > 0) return { issues: misfits, note: null };
    const { settings } = recipe;
    const asked = listsAsked(settings, choice.settings);
    let lists = await this.lists.read(asked);
    // A stage that was made this minute is not in a list that is kept.
    if (goneChoices(settings, choice.settings, lists).length > 0) lists = await this.lists.read(asked, { fresh: true });
    const issues = goneChoices(settings, choice.settings, lists).map(
      ({ setting, pointer, value, suggestion }): Issue => ({
        in: 'body',
        pointer: `/settings${pointer}`,
        message: goneSentence(setting.title, value, suggestion?.label),
        ...(suggestion && { suggestion: suggestion.value }),
      }),
    );
    return { issues, note: noteOf(settings, choice.settings, lists) };
  }
}

function misfitsOf(recipe: Recipe, { templateId, settings }: WantedChoice): Issue[] {
  if (recipe.trigger.kind === 'call') {
    return misfit('/recipe', said`Only other recipes start this one, as a step of theirs; it cannot be switched on.`);
  }
  if (recipe.offer === 'everywhere' && templateId !== null) {
    return misfit('/template_id', said`This recipe is not about templates; must be null.`);
  }
  return validateSettings(recipe, settings)
    .filter(({ severity }) => severity === 'error')
    .map(({ severity: _, pointer, ...issue }) => ({ in: 'body', pointer: `/settings${pointer}`, ...issue }));
}

const misfit = (pointer: string, message: Said): Issue[] => [{ in: 'body', pointer, message }];

function noteOf(settings: readonly Setting[], values: JsonObject, lists: Lists): string | null {
  const unread = settings.filter((setting) =>
    listsAsked([setting], values).some((asked) => lists(asked) === undefined),
  );
  if (unread.length === 0) return null;
  const titles = unread.map(({ title }) => `“${title}”`).join(', ');
  return said`Saved without checking ${titles}: the list of choices could not be read just now.`;
}

/** The same choice of many templates is checked once: choices with equal keys fare equally. */
export const checkKeyOf = (recipe: string, { templateId, enabled, settings }: WantedChoice): string =>
  JSON.stringify([recipe, templateId === null, enabled, settings]);
