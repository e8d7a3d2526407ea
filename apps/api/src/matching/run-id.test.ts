import { describe, expect, it } from '@jest/globals';
import { v7 as uuid, validate, version } from 'uuid';
import { instantOf } from '../database/partitions.js';
import { runIdOf } from './run-id.js';

describe('the id of a run that an event started', () => {
  const [event, recipe] = [uuid(), uuid()];

  it('is the same each time the event is matched', () => {
    expect(runIdOf(event, recipe, 'doc_1')).toBe(runIdOf(event, recipe, 'doc_1'));
    expect(runIdOf(event, recipe, null)).toBe(runIdOf(event, recipe, null));
  });

  it('differs by event, recipe and document', () => {
    const ids = [
      runIdOf(event, recipe, 'doc_1'),
      runIdOf(event, recipe, 'doc_2'),
      runIdOf(event, recipe, null),
      runIdOf(event, recipe, ''),
      runIdOf(event, uuid(), 'doc_1'),
      runIdOf(uuid(), recipe, 'doc_1'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a UUIDv7 of the instant of its event', () => {
    const id = runIdOf(event, recipe, 'doc_1');
    expect([validate(id), version(id)]).toEqual([true, 7]);
    expect(instantOf(id)).toEqual(instantOf(event));
  });
});
