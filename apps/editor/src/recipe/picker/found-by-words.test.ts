import { expect, it } from '@jest/globals';
import { foundByWords, type Line } from './found-by-words.js';

const line = (title: string, about = ''): Line => ({ key: title, group: 'HubSpot', title, about });
const titles = (lines: readonly Line[], typed: string) => foundByWords(lines, typed).map(({ title }) => title);

it('finds lines by the beginnings of their words, those called so first', () => {
  const lines = [line('Attach a file', 'with a note'), line('Add a note'), line('Wait')];
  expect(titles(lines, 'NOT')).toEqual(['Add a note', 'Attach a file']);
});

it('finds lines without their accents, and all of them for nothing', () => {
  expect(titles([line('Lire l’événement')], 'evenement')).toHaveLength(1);
  expect(titles([line('Événement')], 'evenement')).toHaveLength(1);
  expect(titles([line('a'), line('b')], '  ')).toHaveLength(2);
});

it('finds lines by words that are not shown, too', () => {
  expect(titles([{ ...line('Add a note'), words: '{"body":"Big deal"}' }, line('Wait')], 'big')).toEqual([
    'Add a note',
  ]);
});
