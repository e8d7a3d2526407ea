import { expect, it } from '@jest/globals';
import { builtinRecipes } from '@tandem/recipes';
import french from '../texts/fr/said.json' with { type: 'json' };
import { phraseBook } from '../texts/phrase-book.js';
import { settingsOf, withDefaults } from './with-defaults.js';

const attach = builtinRecipes.find(({ key }) => key === 'attach-pdf') as Record<string, unknown>;
const said = phraseBook(french, () => undefined);
const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');

it('offers what one of our recipes writes into HubSpot in the language of the page', () => {
  expect(plain(withDefaults(settingsOf(attach, said), {}).signed_note)).toBe(
    'PDF signé du document PandaDoc « {name} »',
  );
});

it('keeps what somebody has written, and the words of other people’s recipes', () => {
  expect(withDefaults(settingsOf(attach, said), { signed_note: 'Signed!' }).signed_note).toBe('Signed!');
  expect(withDefaults(settingsOf(attach), {}).signed_note).toBe('Signed PDF of the PandaDoc document "{name}"');
});
