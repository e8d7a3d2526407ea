import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readStateFile, StateFile } from './state-file.js';

const State = z.object({ deals: z.number() });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterEach(() => rm(folder, { recursive: true }));

const quiet = (message: string): void => {
  throw new Error(`unexpected notice: ${message}`);
};

describe('the data file', () => {
  it('gives back what was last kept', async () => {
    const path = join(folder, 'new', 'data.json');
    const state = { deals: 1 };
    const file = new StateFile(path, () => state, quiet);
    file.changed();
    state.deals = 2;
    await file.close();

    expect(await readStateFile(path, (value) => State.parse(value), quiet)).toEqual({ deals: 2 });
    expect(await readdir(join(folder, 'new'))).toEqual(['data.json']);
  });

  it('is not written when nothing changed', async () => {
    const path = join(folder, 'data.json');
    await new StateFile(path, () => ({}), quiet).close();
    expect(await readStateFile(path, (value) => value, quiet)).toBeUndefined();
  });

  it.each([
    ['cut off', '{"deals": 1'],
    ['of another shape', '{"deals": "many"}'],
  ])('is set aside, not overwritten, when it is %s', async (_how, text) => {
    const path = join(folder, 'data.json');
    await writeFile(path, text);
    const notices: string[] = [];

    expect(
      await readStateFile(
        path,
        (value) => State.parse(value),
        (notice) => notices.push(notice),
      ),
    ).toBeUndefined();

    const [aside = ''] = await readdir(folder);
    expect(aside).toMatch(/^data\.json\.damaged-/);
    expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
    expect(notices).toEqual([expect.stringContaining(aside)]);
  });

  it('says so when it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const notices: string[] = [];
    const file = new StateFile(
      join(folder, 'file', 'data.json'),
      () => ({}),
      (notice) => notices.push(notice),
    );
    file.changed();
    await file.close();
    expect(notices).toEqual([expect.stringContaining('could not save its data')]);
  });
});
