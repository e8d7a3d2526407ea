import { describe, expect, it } from '@jest/globals';
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
