import type { Graph } from '../../recipe/graph/graph.js';
import type { StepInRun } from './step-in-run.js';

/** Ids of the lines and of the heads of ways that a run has gone along. */
export function wayWalked(graph: Graph, steps: ReadonlyMap<string, StepInRun>): ReadonlySet<string> {
  const walked = new Set<string>();
  /** Nodes that the run has gone on from. */
  const left = new Set<string>(['trigger']);
  // Lines come in the order of the drawing: each after those that lead to where it starts.
  for (const { id, source, target, isDead } of graph.edges) {
    const isLeft = left.has(source) || isPassedAround(source, steps, left);
    if (isDead || !isLeft || !isReached(target, steps)) continue;
    walked.add(id);
    if (target.startsWith('way:')) walked.add(target);
    if (canBeLeft(target, steps)) left.add(target);
  }
  return walked;
}

function isReached(node: string, steps: ReadonlyMap<string, StepInRun>): boolean {
  const [kind = '', rest = ''] = node.split(/:(.*)/s);
  const [id = '', slot = ''] = rest.split(/\/(.*)/s);
  const step = steps.get(id);
  switch (kind) {
    case 'way':
      return step?.traced?.ways.includes(slot) === true;
    case 'join':
      return step?.status === 'done';
    case 'step':
      // A step that is switched off is gone past.
      return step?.traced !== undefined || step?.entry.step.skip === true;
    default:
      return true; // the end
  }
}

/** Nothing leads to the far end of a loop over nothing, or of a step that is switched off with all that it holds. */
function isPassedAround(node: string, steps: ReadonlyMap<string, StepInRun>, left: ReadonlySet<string>): boolean {
  if (!node.startsWith('join:')) return false;
  const id = node.slice('join:'.length);
  const step = steps.get(id);
  if (!step || !left.has(`step:${id}`)) return false;
  const { kind, skip } = step.entry.step;
  return skip === true || (kind === 'forEach' && step.status === 'done');
}

function canBeLeft(node: string, steps: ReadonlyMap<string, StepInRun>): boolean {
  if (!node.startsWith('step:')) return true;
  const step = steps.get(node.slice('step:'.length));
  if (!step) return false;
  if (step.entry.step.skip === true || step.status === 'done') return true;
  // Into what it holds one goes before it is done.
  const { kind } = step.entry.step;
  return step.status !== 'ahead' && (kind === 'if' || kind === 'try' || kind === 'forEach');
}
