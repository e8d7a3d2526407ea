import { describe, expect, it } from '@jest/globals';
import said from './fr/said.json' with { type: 'json' };
import { makeFormat } from '../format/format.js';
import typed from './en/said.json' with { type: 'json' };
import { withValues } from './english-values.js';
import { phraseBook } from './phrase-book.js';
import { writeValues } from './said-values.js';

const inFrench = phraseBook(said, writeValues(makeFormat('fr')));
const inEnglish = withValues(typed, writeValues(makeFormat('en-GB')));
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('what the server says in English', () => {
  it.each([
    ['There is no step "deel"', 'Il n’y a pas d’étape « deel »'],
    ['This must be text or a number, not a list', 'Ce doit être un texte ou un nombre, et non une liste'],
    ['A list is not possible here', 'Une liste n’est pas possible ici'],
    ['HubSpot is not connected. Connect an account of HubSpot first.', 'HubSpot n’est pas connecté. Connectez d’abord un compte HubSpot.'], // prettier-ignore
    ['HubSpot could not update line item 7: Price is odd', 'HubSpot n’a pas pu mettre à jour un enregistrement (ligne de produit 7) : Price is odd'], // prettier-ignore
    ['Left as it is: it has been changed to “Won” since.', 'Laissé tel quel : sa valeur est devenue « Won » depuis.'],
    ['"Offer 7" cannot be changed: its status is Completed, not Draft.', '« Offer 7 » ne peut pas être modifié : son statut est Terminé, et non Brouillon.'], // prettier-ignore
    ['Pricing table, row 2', 'Tableau de prix, ligne 2'],
    ['Amount (amount): "x" is neither true nor false', 'Amount (amount) : « x » n’est ni vrai ni faux'],
  ])('%s', (english, french) => {
    expect(plain(inFrench(english))).toBe(french);
  });

  it('stays as it is where it is somebody’s own word, or unknown', () => {
    expect(inFrench('The deal was put on ice: see Monday')).toBe('The deal was put on ice: see Monday');
    expect(plain(inFrench('"Draft" does not exist'))).toBe('« Draft » n’existe pas');
  });

  it('is found again in the message of a failure group, which has lost its ids', () => {
    expect(plain(inFrench('HubSpot has no deal …: it does not exist or was deleted.'))).toBe(
      'HubSpot n’a pas cet enregistrement (transaction …) : il n’existe pas ou a été supprimé.',
    );
  });

  it.each([
    ['Its 12500 runs would go with it. Say with_history=true to remove them too.', 'Its 12,500 runs would go with it. Say with_history=true to remove them too.', 'Ses 12 500 exécutions'], // prettier-ignore
    ['Price (price): HubSpot takes no negative price (-1234.5 EUR)', 'Price (price): HubSpot takes no negative price (-€1,234.50)', '(-1 234,50 €)'], // prettier-ignore
    ['Price (price): HubSpot takes no negative price (-1234.5)', 'Price (price): HubSpot takes no negative price (-1,234.5)', '(-1 234,5)'], // prettier-ignore
    ['Left as it is: it has been changed to 3900.5 since.', 'Left as it is: it has been changed to 3,900.5 since.', 'devenue 3 900,5 depuis.'], // prettier-ignore
    ['Left as it is: it has been changed to 2026-01-31 since.', 'Left as it is: it has been changed to 31 Jan 2026 since.', 'devenue 31 janv. 2026 depuis.'], // prettier-ignore
    ['PandaDoc did not answer within 30000 ms when asked to send it.', 'PandaDoc did not answer within 30 s when asked to send it.', '30 s'], // prettier-ignore
    ['"50000" has 50001 items; a loop takes at most 10000. Filter the list first', '"50000" has 50,001 items; a loop takes at most 10,000. Filter the list first', '« 50000 » a 50 001 éléments ; une boucle en prend au plus 10 000.'], // prettier-ignore
  ])('has its values as the reader writes them: %s', (said, english, french) => {
    expect(plain(inEnglish(said))).toBe(english);
    expect(plain(inFrench(said))).toContain(french);
  });

  it.each([
    'HubSpot has no deal 1001: it does not exist or was deleted.',
    'Order 50000 has 3 items',
    '"12500" is missing',
  ])('keeps ids and somebody’s own words: %s', (said) => {
    expect(inEnglish(said)).toBe(said);
    expect(inFrench(said)).toContain(/\d{4,}/.exec(said)![0]);
  });

  it('is answered at once, however long and strange', () => {
    const began = performance.now();
    const strange = `${'"a" is "b", not: '.repeat(100)}1, row .`;
    inFrench(strange);
    inEnglish(strange);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
