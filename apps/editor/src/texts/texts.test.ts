import { describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import auditInEnglish from './en/audit.json' with { type: 'json' };
import backfillInEnglish from './en/backfill.json' with { type: 'json' };
import recipeInEnglish from './en/recipe.json' with { type: 'json' };
import webhooksInEnglish from './en/webhooks.json' with { type: 'json' };
import { english } from './english.js';
import auditInFrench from './fr/audit.json' with { type: 'json' };
import backfillInFrench from './fr/backfill.json' with { type: 'json' };
import recipeInFrench from './fr/recipe.json' with { type: 'json' };
import { french } from './french.js';
import webhooksInFrench from './fr/webhooks.json' with { type: 'json' };
import { LANGUAGES, localeOf, preferredLanguage } from './languages.js';

type Texts = { [key: string]: string | Texts };

const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const PLURAL = /_(zero|one|two|few|many|other)$/;
const { server: ofServer, ...ours } = french;
const texts: Record<string, [string, string][]> = {
  en: flat({
    ...english,
    audit: auditInEnglish,
    backfill: backfillInEnglish,
    recipe: recipeInEnglish,
    webhooks: webhooksInEnglish,
  }),
  fr: flat({
    ...ours,
    audit: auditInFrench,
    backfill: backfillInFrench,
    recipe: recipeInFrench,
    webhooks: webhooksInFrench,
  }),
};
const keysOf = (language: string) => [...new Set(texts[language]!.map(([key]) => key.replace(PLURAL, '')))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the texts', () => {
  it('say in French whatever they say in English', () => {
    expect(keysOf('fr')).toEqual(keysOf('en'));
  });

  it.each(LANGUAGES)('have all plural forms of the language: %s', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const counted = texts[language]!.filter(([key]) => PLURAL.test(key));
    for (const base of new Set(counted.map(([key]) => key.replace(PLURAL, '')))) {
      const found = counted.filter(([key]) => key.replace(PLURAL, '') === base).map(([key]) => PLURAL.exec(key)![1]);
      expect([base, found.sort()]).toEqual([base, forms]);
    }
  });

  /** Of a count these say no more than the number. */
  const NUMBERS_ALONE = new Set(['runs.bulk.refusal']);

  it.each(LANGUAGES)('count nothing without a plural: %s', (language) => {
    const uncounted = texts[language]!.filter(([key, text]) => !PLURAL.test(key) && text.includes('{{count}}'));
    expect(uncounted.map(([key]) => key).filter((key) => !NUMBERS_ALONE.has(key))).toEqual([]);
  });

  it.each([
    ['en', { 0: 'other', 1: 'one', 2: 'other', 1.5: 'other', 1_000_000: 'other' }],
    ['fr', { 0: 'one', 1: 'one', 1.5: 'one', 2: 'other', 1_000: 'other', 1_000_000: 'many', 1_000_001: 'other' }],
  ] as const)('choose the form by the rules of the language: %s', async (language, forms) => {
    const counted = texts[language]!.flatMap(([key, text]) => {
      const form = PLURAL.exec(key)?.[1];
      return form === undefined ? [] : [{ base: key.replace(PLURAL, ''), form, text }];
    });
    const resources = Object.fromEntries(counted.map(({ base, form }) => [`${base}_${form}`, form]));
    const i18n = i18next.createInstance();
    await i18n.init({ lng: language, keySeparator: false, resources: { [language]: { translation: resources } } });
    const say = i18n.getFixedT(language) as unknown as (key: string, values: { count: number }) => string;
    for (const base of new Set(counted.map((one) => one.base))) {
      for (const [count, form] of Object.entries(forms)) {
        expect([base, count, say(base, { count: Number(count) })]).toEqual([base, count, form]);
      }
    }
  });

  it('say of millions, which are written in figures, the same as of thousands', () => {
    const french = new Map(texts.fr);
    const ofMillions = [...french].filter(([key]) => key.endsWith('_many'));
    expect(ofMillions.length).toBeGreaterThan(20);
    for (const [key, text] of ofMillions)
      expect([key, text]).toEqual([key, french.get(key.replace(/_many$/, '_other'))]);
  });

  it('put the same values into both languages', () => {
    const english = new Map(texts.en!.map(([key, text]) => [key.replace(PLURAL, '_other'), text]));
    for (const [key, text] of texts.fr!) {
      if (PLURAL.test(key) && !key.endsWith('_other')) continue;
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key)!)]);
    }
  });

  it('are never empty, and French sets its narrow spaces before two-part signs', () => {
    for (const [key, text] of [...texts.en!, ...texts.fr!]) expect([key, text.trim()]).not.toEqual([key, '']);
    for (const [key, text] of [...texts.fr!, ...flat(ofServer)])
      expect([key, /[^\s\u00a0\u202f][?!;]|[^\s\u00a0\u202f]:(\s|$)|[ ][?!;:»]|« /.exec(text)?.[0]]).toEqual([
        key,
        undefined,
      ]);
  });
});

describe('the language of the page', () => {
  it('is the one that was chosen', () => {
    expect(preferredLanguage('fr', ['en-US'])).toBe('fr');
  });

  it('is the first wish of the browser that there are texts for', () => {
    expect(preferredLanguage(null, ['de-DE', 'fr-CA', 'en'])).toBe('fr');
  });

  it('is English where nothing fits', () => {
    expect(preferredLanguage('xx', ['de'])).toBe('en');
  });

  it('writes dates as the browser wishes within the language', () => {
    expect(localeOf('en', ['fr-FR', 'en-GB'])).toBe('en-GB');
    expect(localeOf('fr', ['en-GB'])).toBe('fr');
  });
});
