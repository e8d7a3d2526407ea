import { type Said, said } from '../said.js';
import { type Known, rootsOf } from './known.js';
import { nearest } from './nearest.js';
import { memberOf, type Shape } from './shape.js';

/** What a path leads to, or why it leads nowhere. */
export type Resolved = { shape: Shape; warning?: Said } | { problem: Said; suggestion?: string };

/** Follows a path from the scope's roots. `run`, `trigger`, `settings`, `steps.<id>`, then members of known shapes. */
export function resolvePill(path: string, known: Known): Resolved {
  if (path === '') return { shape: undefined };
  const [root = '', ...rest] = path.split('.');
  if (root === 'steps' && known.steps) return resolveStep(rest, known.steps, known);
  if (!known.roots.has(root)) {
    const roots = rootsOf(known);
    const meant = nearest(root, roots);
    const problem = said`A path starts with ${roots.join(', ')}; "${root}" is none of them`;
    return meant === undefined ? { problem } : { problem, suggestion: [meant, ...rest].join('.') };
  }
  return resolveMembers([root], rest, known.roots.get(root));
}

/** Follows a path inside `map` and its like, where it begins at one element of the list. */
export function resolveInElement(path: string, element: Shape): Resolved {
  if (path === '') return { shape: element };
  const parts = path.split('.');
  const looksOutside = ['trigger', 'settings', 'steps', 'run'].includes(parts[0] ?? '');
  if (!element && looksOutside) {
    return {
      shape: undefined,
      warning: said`Inside this operator a path begins at the element; steps and trigger are not seen`,
    };
  }
  const resolved = resolveMembers(['element'], parts, element);
  if (!('problem' in resolved)) return resolved;
  const { suggestion } = resolved;
  const problem = said`${resolved.problem}: inside this operator a path begins at the element of the list`;
  return suggestion === undefined ? { problem } : { problem, suggestion: suggestion.replace(/^element\./, '') };
}

function resolveStep(rest: string[], steps: NonNullable<Known['steps']>, known: Known): Resolved {
  const [id, ...members] = rest;
  if (id === undefined) return { shape: undefined };
  const step = steps.get(id);
  if (!step) {
    const meant = nearest(id, steps.keys());
    const problem = known.allSteps.has(id)
      ? said`Step "${id}" has not run here: it comes later, is on another way through, or belongs to one item of a loop`
      : said`There is no step "${id}"`;
    return meant === undefined || known.allSteps.has(id)
      ? { problem }
      : { problem, suggestion: ['steps', meant, ...members].join('.') };
  }
  const resolved = resolveMembers(['steps', id], members, step.shape);
  if ('problem' in resolved || step.certainty === 'always') return resolved;
  const warning =
    step.certainty === 'never'
      ? said`Step "${id}" is skipped, so this is empty`
      : said`Step "${id}" runs only on some ways through; otherwise this is empty`;
  return { ...resolved, warning };
}

function resolveMembers(before: string[], rest: string[], start: Shape): Resolved {
  let shape = start;
  for (const [index, key] of rest.entries()) {
    const step = memberOf(shape, key);
    if ('absent' in step) {
      const holder = [...before, ...rest.slice(0, index)].join('.');
      const meant = nearest(key, step.absent);
      const problem = said`"${holder}" has no field "${key}"`;
      if (meant === undefined) return { problem };
      return { problem, suggestion: [holder, meant, ...rest.slice(index + 1)].join('.') };
    }
    shape = step.found;
  }
  return { shape };
}
