import { describe, expect, it } from '@jest/globals';
import said from './fr/said.json' with { type: 'json' };
import { phraseBook } from './phrase-book.js';

const inFrench = phraseBook(said);
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

  it('is answered at once, however long and strange', () => {
    const began = performance.now();
    inFrench(`${'"a" is "b", not: '.repeat(200)}.`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
