/** The languages that the page is written in. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text);

/** What was chosen here, else the first wish of the browser that there are texts for, else English. */
export function preferredLanguage(chosen: string | null, wishes: readonly string[]): Language {
  const tags = chosen === null ? wishes : [chosen, ...wishes];
  return tags.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find(isLanguage) ?? 'en';
}

/** How dates and numbers are written: as the browser wishes within the language, such as en-GB. */
export function localeOf(language: Language, wishes: readonly string[]): string {
  return wishes.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
}
