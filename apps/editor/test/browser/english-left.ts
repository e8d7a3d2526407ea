import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const TEXTS = join(import.meta.dirname, '../../src/texts');

/** What is written for one language: keys of the phrase book are English, everything else stands on the right. */
function written(language: 'en' | 'fr'): string[] {
  const texts: string[] = [];
  const add = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
  };
  for (const file of readdirSync(join(TEXTS, language))) add(read(join(TEXTS, language, file)));
  if (language === 'en') texts.push(...Object.keys(read(join(TEXTS, 'fr/said.json'))));
  return texts;
}

const read = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object;

const NOT_WORDS = /«[^»]*»|"[^"]*"|“[^”]*”|`[^`]*`|\{\{\w+\}\}|\{\d(?::\w+)?\}|\S*[_./@\d]\S*/g;
const wordsOf = (text: string): string[] =>
  text
    .replaceAll(NOT_WORDS, ' ')
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? [];

/** Words that stand in English texts and in no French one. */
export function englishWords(): ReadonlySet<string> {
  const french = new Set(written('fr').flatMap(wordsOf));
  return new Set(
    written('en')
      .flatMap(wordsOf)
      .filter((word) => !french.has(word)),
  );
}

/**
 * What the page still says in English: its texts and labels with a word that only English has. What is marked as
 * nobody's to translate (names, values, code) is left out, and so are `names` inside of labels.
 */
export async function englishLeft(page: Page, words: ReadonlySet<string>, names: readonly string[]): Promise<string[]> {
  const shown = await page.evaluate(textsShown);
  const found = shown.flatMap((text) => {
    const rest = names.reduce((left, name) => left.replaceAll(name, ' '), text);
    const english = wordsOf(rest).filter((word) => words.has(word));
    return english.length === 0 ? [] : [`${text.trim()}  (${english.join(', ')})`];
  });
  return [...new Set(found)];
}

/** Runs in the page. */
function textsShown(): string[] {
  const left = 'script, style, code, pre, .mono, [translate=no], .react-flow__edge, .react-flow__attribution';
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder?.checkVisibility() && !holder.closest(left)) texts.push(node.textContent ?? '');
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], .mantine-Select-input')) {
    if (element.closest(left)) continue;
    for (const name of ['aria-label', 'title', 'placeholder']) {
      const text = element.getAttribute(name) ?? '';
      if (!/^[a-z0-9_]+$/.test(text)) texts.push(text); // else a key, shown beside its name
    }
    if (element instanceof HTMLInputElement) texts.push(element.value);
  }
  return texts;
}
