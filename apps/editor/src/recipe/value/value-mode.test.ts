import { describe, expect, it } from '@jest/globals';
import type { Json } from '@tandem/recipes';
import { plainField, readField, type Field } from '../model/schema-field.js';
import { fitsPlainly, meaning, partsOf } from './value-mode.js';

const rows = readField({
  type: 'array',
  items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
});
const words = readField({ type: 'array', items: { type: 'string' } });
const choices = readField({ type: 'array', items: { enum: ['a', 'b'] } });
const group = readField({ type: 'object', properties: { name: { type: 'string' } } });
const named = readField({ type: 'object', additionalProperties: { type: 'string' } });

describe('a value', () => {
  it.each<[string, Json | undefined, Field, ReturnType<typeof partsOf>]>([
    ['a list of groups', [{ name: 'a' }], rows, 'list'],
    ['a list that is to come', undefined, rows, 'list'],
    ['a list of words', ['a', 'b'], words, undefined],
    ['a list of words with a pill in it', ['a', { var: 'trigger.b' }], words, 'list'],
    ['a list of choices', ['a'], choices, 'list'],
    ['a list that an earlier step gives', { var: 'steps.document.rows' }, rows, undefined],
    ['a list that a formula makes', { filter: [{ var: 'steps.document.rows' }, true] }, rows, undefined],
    ['a group', { name: 'a' }, group, 'members'],
    ['a group that is to come', undefined, group, 'members'],
    ['names with values', { a: '1' }, named, 'pairs'],
    ['a group of which nothing is known', undefined, plainField('object'), 'pairs'],
    ['a text', 'a', plainField('text'), undefined],
  ])('has its parts: %s', (_what, value, field, parts) => {
    expect(partsOf(value, field)).toBe(parts);
  });

  it('is shown as a formula only where it is one', () => {
    expect(fitsPlainly([{ name: { upper: 'a' } }], rows)).toBe(true);
    expect(fitsPlainly({ filter: [{ var: 'steps.document.rows' }, true] }, rows)).toBe(false);
    expect(fitsPlainly(5, plainField('any'))).toBe(true);
    expect(fitsPlainly(5, plainField('text'))).toBe(false);
  });

  it('stays a number where it was one, and is one where a number is wanted', () => {
    expect(meaning('51', plainField('any'), 5)).toBe(51);
    expect(meaning('51', plainField('number'), undefined)).toBe(51);
    expect(meaning('51', plainField('any'), '5')).toBe('51');
    expect(meaning('5 {{trigger.a}}', plainField('any'), 5)).toEqual({ cat: ['5 ', { var: 'trigger.a' }] });
  });
});
