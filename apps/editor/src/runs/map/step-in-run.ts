import type { Recipe, TracedStep } from '@tandem/recipes';
import type { Run, Step as JournalStep } from '../../api/generated/types.gen.js';
import { outlineOf, type Entry } from '../../recipe/model/outline.js';
import { isOpen } from '../is-open.js';
import type { Trace } from './replay-run.js';
import { stepPaths, type ItemOf } from './step-paths.js';

/** `ahead`: the run may still come to it. `cut_short`: the run ended before it did. */
export type StepStatus = 'done' | 'failed' | 'running' | 'waiting' | 'passed_over' | 'cut_short' | 'ahead';

/** A step of the recipe as the run came by it. */
export interface StepInRun {
  entry: Entry;
  path: string;
  status: StepStatus;
  /** What was written down; nothing for steps that only decide, and for those that were not reached. */
  row: JournalStep | undefined;
  traced: TracedStep | undefined;
}

/** Every step of the recipe, by id and in reading order, when of each loop one item is looked at. */
export function stepsInRun(recipe: Recipe, run: Run, trace: Trace, itemOf: ItemOf): ReadonlyMap<string, StepInRun> {
  const paths = stepPaths(recipe, itemOf);
  const rows = new Map(run.steps.map((step) => [step.path, step]));
  const found = new Map<string, StepInRun>();
  for (const entry of outlineOf(recipe)) {
    const path = paths.get(entry.step.id) ?? entry.step.id;
    const { holder, slot } = entry.place;
    const around = holder === null ? undefined : found.get(holder);
    const [row, traced] = [rows.get(path), trace.get(path)];
    const status = traced ? reached(traced, row, run) : notReached(run, around, slot);
    found.set(entry.step.id, { entry, path, status, row, traced });
  }
  return found;
}

function reached(traced: TracedStep, row: JournalStep | undefined, run: Run): StepStatus {
  switch (traced.status) {
    case 'done':
      return 'done';
    case 'failed':
      return 'failed';
    case 'broken_off':
      return 'cut_short';
    case 'open':
      if (!isOpen(run)) return run.error?.path === traced.path ? 'failed' : 'cut_short';
      if (run.status === 'queued') return 'ahead';
      return row?.status === 'waiting' || run.status === 'waiting' ? 'waiting' : 'running';
  }
}

/** @param around the step that it is inside of, and `slot` on which of its ways */
function notReached(run: Run, around: StepInRun | undefined, slot: string): StepStatus {
  if (!isOpen(run)) return 'passed_over';
  if (!around || around.status === 'ahead') return 'ahead';
  if (around.status === 'passed_over' || around.status === 'done') return 'passed_over';
  const { kind } = around.entry.step;
  const tookAnother = kind === 'if' && around.traced?.ways.includes(slot) === false;
  return tookAnother ? 'passed_over' : 'ahead';
}

/** The item of a loop that says most: the one that went wrong, the one that is under way, else the first. */
export function tellingItem(trace: Trace, loopPath: string): number {
  let under: number | undefined;
  for (const { path, status } of trace.values()) {
    const [, item] = path.startsWith(`${loopPath}[`) ? (/^\[(\d+)\]/.exec(path.slice(loopPath.length)) ?? []) : [];
    if (item === undefined) continue;
    if (status === 'failed') return Number(item);
    if (status === 'open') under = Number(item);
  }
  return under ?? 0;
}
