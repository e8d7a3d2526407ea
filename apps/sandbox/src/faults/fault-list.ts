import type { Api } from '../api.js';
import type { Effect, Fault } from './fault.js';

export interface FaultRow extends Fault {
  id: number;
  /** How many calls it has hit so far. */
  hits: number;
}

interface Rule extends FaultRow {
  pattern: RegExp | undefined;
}

/** The faults that are switched on, in the order in which they were added. */
export class FaultList {
  private rules: Rule[] = [];
  private lastId = 0;

  add(fault: Fault): FaultRow {
    this.lastId += 1;
    const pattern = fault.path === undefined ? undefined : new RegExp(fault.path);
    const rule = { ...fault, id: this.lastId, hits: 0, pattern };
    this.rules.push(rule);
    return rowOf(rule);
  }

  list(): FaultRow[] {
    return this.rules.map(rowOf);
  }

  /** Says false when there is no such fault. */
  remove(id: number): boolean {
    const before = this.rules.length;
    this.rules = this.rules.filter((rule) => rule.id !== id);
    return this.rules.length < before;
  }

  clear(): void {
    this.rules = [];
  }

  /** Every latency that applies, and of the other effects the first; each one is counted as a hit. */
  take(api: Api, method: string, path: string): Effect[] {
    const effects: Effect[] = [];
    let decided = false;
    for (const rule of this.rules) {
      if (!applies(rule, api, method, path)) continue;
      const isLatency = rule.effect.kind === 'latency';
      if (decided && !isLatency) continue;
      decided ||= !isLatency;
      rule.hits += 1;
      effects.push(rule.effect);
    }
    return effects;
  }
}

function applies(rule: Rule, api: Api, method: string, path: string): boolean {
  if (rule.api !== api) return false;
  if (rule.method !== undefined && rule.method !== method) return false;
  if (rule.times !== undefined && rule.hits >= rule.times) return false;
  return rule.pattern?.test(path) ?? true;
}

function rowOf({ pattern: _pattern, ...row }: Rule): FaultRow {
  return { ...row };
}
