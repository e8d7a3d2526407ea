import { describe, expect, it } from '@jest/globals';
import { ConnectorError } from '../../sdk/connector-error.js';
import { said } from '../../sdk/said.js';
import { Undo } from './undo.js';

const refusal = new ConnectorError('validation', said`Row 3 was refused.`, {
  problems: [{ subject: 'row 3', message: said`no` }],
});

describe('taking back what was written', () => {
  it('goes backwards and keeps the reason', async () => {
    const taken: string[] = [];
    const undo = new Undo();
    for (const what of [said`first`, said`second`]) {
      undo.push(what, () => {
        taken.push(what);
        return Promise.resolve();
      });
    }
    expect(await undo.all(refusal)).toBe(refusal);
    expect(taken).toEqual(['second', 'first']);
  });

  it('tries again after a fault that passes', async () => {
    let tries = 0;
    const undo = new Undo();
    undo.push(said`delete the new line items`, () => {
      tries += 1;
      return tries < 3 ? Promise.reject(new ConnectorError('transient', said`broke`)) : Promise.resolve();
    });
    expect(await undo.all(refusal)).toBe(refusal);
  });

  it('says what it could not take back, and takes the rest back all the same', async () => {
    const taken: string[] = [];
    const undo = new Undo();
    undo.push(said`put the line items back`, () => {
      taken.push('updates');
      return Promise.resolve();
    });
    undo.push(said`delete the new line items`, () => Promise.reject(new ConnectorError('forbidden', said`no`)));
    const failure = await undo.all(refusal);
    expect(failure.message).toBe('Row 3 was refused. Could not delete the new line items.');
    expect(failure.problems).toEqual(refusal.problems);
    expect(taken).toEqual(['updates']);
  });
});
