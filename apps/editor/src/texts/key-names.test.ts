import { describe, expect, it } from '@jest/globals';
import french from './fr/names.json' with { type: 'json' };
import { inEnglish, namesIn } from './key-names.js';

const inFrench = namesIn(french);

describe('what the server knows by a key', () => {
  it.each([
    ['document_id', 'document id', 'identifiant du document'],
    ['hs_next_move', 'next move', 'next move'], // somebody's own
    ['constructor', 'constructor', 'constructor'],
    ['', '', ''],
  ])('%s', (key, english, inOther) => {
    expect(inEnglish.key(key)).toBe(english);
    expect(inFrench.key(key)).toBe(inOther);
  });

  it('is called in French as HubSpot calls it there, unless the account calls it otherwise', () => {
    expect(inFrench.label('Deal stage')).toBe('Phase de la transaction');
    expect(inFrench.label('Where we stand')).toBe('Where we stand');
  });
});
