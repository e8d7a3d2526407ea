import { describe, expect, it } from '@jest/globals';
import { seal, SealBroken, sealingKey, unseal } from './seal.js';

const key = sealingKey('a secret of at least thirty-two characters');

describe('a sealed secret', () => {
  it('opens with the same secret in the same place', () => {
    expect(unseal(key, seal(key, 'pät-1 😀', 'one/credentials'), 'one/credentials')).toBe('pät-1 😀');
  });

  it('never looks the same twice and does not show its text', () => {
    const [first, second] = [seal(key, 'pat-1234', 'x'), seal(key, 'pat-1234', 'x')];
    expect(first.equals(second)).toBe(false);
    expect(first.includes('pat-')).toBe(false);
  });

  it('does not open in another row or column', () => {
    expect(() => unseal(key, seal(key, 'x', 'one/credentials'), 'two/credentials')).toThrow(SealBroken);
  });

  it('does not open with another secret, and says what to do', () => {
    const other = sealingKey('another secret of thirty-two characters!');
    expect(() => unseal(other, seal(key, 'x', 'p'), 'p')).toThrow(/Restore the secret .* or connect the account again/);
  });

  it('does not open when any one byte was changed', () => {
    const sealed = seal(key, 'abc', 'p');
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => unseal(key, changed, 'p')).toThrow(SealBroken);
    }
  });

  it('does not open when it was cut short', () => {
    const sealed = seal(key, 'abc', 'p');
    for (let length = 0; length < sealed.length; length++)
      expect(() => unseal(key, sealed.subarray(0, length), 'p')).toThrow(SealBroken);
  });
});
