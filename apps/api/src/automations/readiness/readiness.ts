import type { CheckFields, TemplateContent, UnfitField } from '@tandem/connectors';
import {
  isBlank,
  type JsonObject,
  type Recipe,
  type Said,
  said,
  settingsWithDefaults,
  validateSettings,
} from '@tandem/recipes';
import { goneChoices, type Lists } from './gone-choices.js';
import type { RecipeNeeds } from './recipe-needs.js';

export const PROBLEM_KINDS = [
  'not_connected',
  'paused',
  'missing_scope',
  'setting_missing',
  'setting_unfit',
  'choice_gone',
  'no_pricing',
  'unknown_field',
  'several_properties',
  'read_only_property',
] as const;

/** One thing that keeps an automation from working. */
export interface ReadinessProblem {
  kind: (typeof PROBLEM_KINDS)[number];
  /** A plain sentence. */
  message: string;
  /** What it is about: titles of connectors or settings, scopes, values, merge fields. */
  about: string[];
  connector: string | null;
  /** Key of the setting. */
  setting: string | null;
  /** What was probably meant, or what there is to choose from. */
  suggestion: string | null;
}

export interface AccountFacts {
  title: string;
  status: 'connected' | 'paused' | 'missing';
  reason: string | null;
  /** undefined: the remote does not tell. */
  scopes: readonly string[] | undefined;
}

/** Everything that decides, gathered beforehand. */
export interface ReadinessFacts {
  /** By key of the connector. */
  accounts: ReadonlyMap<string, AccountFacts>;
  lists: Lists;
  /** undefined: it could not be read. `any`: asked for all templates at once. */
  template: TemplateContent | 'any' | undefined;
  /** By key of the connector; not there: the properties could not be read. */
  fieldChecks: ReadonlyMap<string, CheckFields>;
}

export interface Readiness {
  /** `unknown`: nothing is wrong as far as could be seen, but something could not be looked at. */
  state: 'ready' | 'not_ready' | 'unknown';
  problems: ReadinessProblem[];
}

/** What is missing before a recipe would work with these settings for this template. */
export function readinessOf(recipe: Recipe, values: JsonObject, needs: RecipeNeeds, facts: ReadinessFacts): Readiness {
  const settings = settingsWithDefaults(recipe, values);
  const accounts = accountProblems(needs, facts);
  const problems = [...accounts, ...settingProblems(recipe, settings, facts.lists), ...templateProblems(needs, facts)];
  const unseen = (needs.pricing || needs.fieldsTo.length > 0) && facts.template === undefined;
  const unchecked = needs.fieldsTo.some((key) => facts.template !== 'any' && !facts.fieldChecks.has(key));
  if (problems.length > 0) return { state: 'not_ready', problems };
  return { state: unseen || unchecked ? 'unknown' : 'ready', problems };
}

const NOTHING = { connector: null, setting: null, suggestion: null };

function accountProblems({ connectors, scopes }: RecipeNeeds, { accounts }: ReadinessFacts): ReadinessProblem[] {
  return connectors.flatMap((connector): ReadinessProblem[] => {
    const account = accounts.get(connector);
    const title = account?.title ?? connector;
    const shared = { ...NOTHING, connector, about: [title] };
    if (!account || account.status === 'missing')
      return [{ ...shared, kind: 'not_connected', message: `${title} is not connected.` }];
    if (account.status === 'paused')
      return [
        { ...shared, kind: 'paused', message: `The connection to ${title} is paused. ${account.reason ?? ''}`.trim() },
      ];
    const granted = account.scopes;
    if (!granted) return [];
    const lacking = (scopes[connector] ?? []).filter((scope) => ![scope].flat().some((one) => granted.includes(one)));
    if (lacking.length === 0) return [];
    const about = lacking.map((scope) => [scope].flat()[0] ?? '');
    return [{ ...shared, kind: 'missing_scope', about, message: `The account of ${title} lacks ${about.join(', ')}.` }];
  });
}

function settingProblems(recipe: Recipe, settings: JsonObject, lists: Lists): ReadinessProblem[] {
  const unfit = validateSettings(recipe, settings).filter(({ severity }) => severity === 'error');
  const ofSettings = unfit.map(({ pointer, message, suggestion }): ReadinessProblem => {
    const setting = recipe.settings.find(({ key }) => pointer === `/${key}` || pointer.startsWith(`/${key}/`));
    const isMissing = setting !== undefined && isBlank(settings[setting.key]);
    return {
      ...NOTHING,
      kind: isMissing ? 'setting_missing' : 'setting_unfit',
      message: isMissing ? `“${setting.title}” is not filled in.` : `${message}.`,
      about: [setting?.title ?? pointer],
      setting: setting?.key ?? null,
      suggestion: suggestion ?? null,
    };
  });
  const gone = goneChoices(recipe.settings, settings, lists).map(({ setting, value, suggestion }) => ({
    ...NOTHING,
    kind: 'choice_gone' as const,
    message: goneSentence(setting.title, value, suggestion?.label),
    about: [setting.title, value],
    setting: setting.key,
    suggestion: suggestion?.label ?? null,
  }));
  return [...ofSettings, ...gone];
}

/** For people. */
export const goneSentence = (title: string, value: string, suggestion: string | undefined): Said =>
  suggestion === undefined
    ? said`“${title}”: “${value}” is not offered any more.`
    : said`“${title}”: “${value}” is not offered any more. Did you mean “${suggestion}”?`;

function templateProblems({ pricing, fieldsTo }: RecipeNeeds, facts: ReadinessFacts): ReadinessProblem[] {
  const { template, fieldChecks } = facts;
  if (template === undefined || template === 'any') return [];
  const noPricing: ReadinessProblem = {
    ...NOTHING,
    kind: 'no_pricing',
    message: 'The template has no pricing table or quote, so there are no line items to follow.',
    about: [],
  };
  const unfit = fieldsTo.flatMap((connector) => {
    const title = facts.accounts.get(connector)?.title ?? connector;
    return (fieldChecks.get(connector)?.(template.fields) ?? []).map((field) => fieldProblem(connector, title, field));
  });
  return [...(pricing && !template.hasPricing ? [noPricing] : []), ...unfit];
}

function fieldProblem(
  connector: string,
  title: string,
  { mergeField, reason, candidates }: UnfitField,
): ReadinessProblem {
  const shared = { ...NOTHING, connector, about: [mergeField], suggestion: candidates.join(', ') || null };
  switch (reason) {
    case 'unknown':
      return { ...shared, kind: 'unknown_field', message: `${title} has no property for the field “${mergeField}”.` };
    case 'several':
      return {
        ...shared,
        kind: 'several_properties',
        message: `Several properties of ${title} fit the field “${mergeField}”: ${candidates.join(', ')}.`,
      };
    case 'read_only':
      return {
        ...shared,
        kind: 'read_only_property',
        message: `${title} lets nobody write the property of the field “${mergeField}”.`,
      };
  }
}
