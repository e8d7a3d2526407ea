import { expect, it } from '@jest/globals';
import { editDistance, nearest } from './nearest.js';

it.each([
  ['hubpsot', ['pandadoc', 'hubspot'], 'hubspot'],
  ['documentId', ['document_id', 'document_name'], 'document_id'],
  ['document', ['deal_id', 'document_id'], 'document_id'],
  ['=', ['!', '=='], '=='],
  ['x', ['y', 'abc'], 'y'],
  ['amount', ['stage', 'pipeline'], undefined],
  ['a'.repeat(1000), ['a'.repeat(1001)], undefined],
])('takes %s for one of %j', (name, known, meant) => {
  expect(nearest(name, known)).toBe(meant);
});

it('counts a swap of neighbours as one edit', () => {
  expect(editDistance('hubspot', 'hubpsot')).toBe(1);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});
