import { sortedJson } from '../canonical/sorted-json.js';
import type { Stop } from '../schema/step.js';
import type { Flow, Frame } from './frame.js';

/** Ends the run as the recipe wants it, with a message in its own words. */
export function runStop(step: Stop, frame: Frame, pointer: string): Flow {
  const value = frame.evaluate(step, `${pointer}/message`, step.message);
  const message = typeof value === 'string' ? value : sortedJson(value);
  if (step.outcome === 'succeeded') return { next: 'stop', end: { kind: 'succeeded', message } };
  return { next: 'stop', end: { kind: 'failed', message, path: frame.pathOf(step) } };
}
