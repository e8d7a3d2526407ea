import { describe, expect, it } from '@jest/globals';
import { jsonb, storableText } from './jsonb.js';

describe('what is written to a jsonb column', () => {
  it('has no NUL and no half of a character, in texts and in keys', () => {
    const value = { 'k\u0000\ud800': ['a\u0000b', 'x\udc00', { deep: '\ud83d' }] };
    expect(JSON.parse(jsonb(value))).toEqual({ 'k\uFFFD\uFFFD': ['a\uFFFDb', 'x\uFFFD', { deep: '\uFFFD' }] });
  });

  it.each(['🐼', '\\u0000', '\\\\ud800', 'tab\tquote"\u0001', '\u2028', ''])('is otherwise as it was: %j', (text) => {
    expect(JSON.parse(jsonb({ [text]: text }))).toEqual({ [text]: text });
    expect(storableText(text)).toBe(text);
  });

  it('is null where there is nothing', () => {
    expect(jsonb(undefined)).toBe('null');
  });
});
