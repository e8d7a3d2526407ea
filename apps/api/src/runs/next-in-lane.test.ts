import { describe, expect, it } from '@jest/globals';
import { nextInLane, type OpenRun } from './next-in-lane.js';

const now = new Date('2026-11-23T10:00:00Z');
const later = new Date('2026-11-23T10:05:00Z');
const muchLater = new Date('2026-11-26T10:00:00Z');

const queued = (id: string): OpenRun => ({ id, status: 'queued', due_at: null, waits_for: null });
const waiting = (id: string, due_at: Date | null, waits_for: OpenRun['waits_for']): OpenRun => ({
  id,
  status: 'waiting',
  due_at,
  waits_for,
});

describe('what a lane does next', () => {
  it('rests when nothing is open', () => {
    expect(nextInLane([], [], now)).toEqual({ kind: 'rest', until: null });
  });

  it('matches events before it advances runs', () => {
    expect(nextInLane([{ id: 'e1', due_at: null }], [queued('r1')], now)).toEqual({ kind: 'match', eventId: 'e1' });
  });

  it('waits for an event that could not be matched yet', () => {
    expect(nextInLane([{ id: 'e1', due_at: later }], [queued('r1')], now)).toEqual({ kind: 'rest', until: later });
  });

  it('takes runs in the order of what happened', () => {
    expect(nextInLane([], [queued('r1'), queued('r2')], now)).toEqual({ kind: 'advance', runId: 'r1' });
  });

  it('takes up a run that a dead worker left behind', () => {
    expect(nextInLane([], [{ ...queued('r1'), status: 'running' }], now)).toEqual({ kind: 'advance', runId: 'r1' });
  });

  it('lets no run pass one that is being retried', () => {
    expect(nextInLane([], [waiting('r1', later, { kind: 'retry' }), queued('r2')], now)).toEqual({
      kind: 'rest',
      until: later,
    });
  });

  it('lets no run pass one whose connection is paused', () => {
    const paused = waiting('r1', null, { kind: 'connection', connector: 'hubspot' });
    expect(nextInLane([], [paused, queued('r2')], now)).toEqual({ kind: 'rest', until: null });
  });

  it('lets runs pass one that waits because its recipe says so', () => {
    const asleep = waiting('r1', muchLater, { kind: 'time', path: 'pause' });
    expect(nextInLane([], [asleep, queued('r2')], now)).toEqual({ kind: 'advance', runId: 'r2' });
  });

  it('wakes for the earliest of the waits', () => {
    const asleep = waiting('r1', muchLater, { kind: 'time', path: 'pause' });
    const listening = waiting('r2', later, {
      kind: 'event',
      path: 'signed',
      connector: 'pandadoc',
      trigger: 'pdf_ready',
    });
    expect(nextInLane([], [asleep, listening], now)).toEqual({ kind: 'rest', until: later });
  });

  it('advances a wait whose time has come', () => {
    expect(nextInLane([], [waiting('r1', now, { kind: 'time', path: 'pause' })], now)).toEqual({
      kind: 'advance',
      runId: 'r1',
    });
  });
});
