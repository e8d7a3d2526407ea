import type { Step } from '@tandem/recipes';
import { innerLists } from '../model/step-lists.js';
import { SIZE } from './graph.js';

export interface Extent {
  width: number;
  height: number;
}

/** How much room each step takes with everything inside it; asked for once per step and kept. */
export class Measure {
  private readonly known = new Map<Step, Extent>();

  step(step: Step): Extent {
    const known = this.known.get(step);
    if (known) return known;
    const extent = this.take(step);
    this.known.set(step, extent);
    return extent;
  }

  /** From the line into the first step to the line out of the last one. */
  list(steps: readonly Step[]): Extent {
    return steps.map((step) => this.step(step)).reduce(
      (sofar, { width, height }) => ({ width: Math.max(sofar.width, width), height: sofar.height + height + SIZE.gap }),
      { width: SIZE.way.width, height: SIZE.gap },
    ); // prettier-ignore
  }

  private take(step: Step): Extent {
    const { width, height } = SIZE.step;
    switch (step.kind) {
      case 'if':
        return this.ways(step);
      case 'try': {
        const ways = this.ways(step);
        return { width: ways.width + 2 * SIZE.frame, height: ways.height + SIZE.frame };
      }
      case 'forEach': {
        const inner = this.list(step.steps);
        return { width: Math.max(width, inner.width) + 2 * SIZE.frame, height: SIZE.frame + height + inner.height };
      }
      case 'action':
      case 'wait':
      case 'stop':
      case 'call':
        return { width, height };
    }
  }

  private ways(step: Step): Extent {
    const lists = innerLists(step).map(({ steps }) => this.list(steps));
    const width = lists.reduce((sum, list) => sum + list.width, 0) + SIZE.column * (lists.length - 1);
    const tallest = Math.max(...lists.map((list) => list.height));
    return {
      width: Math.max(SIZE.step.width, width),
      height: SIZE.step.height + 2 * SIZE.bend + SIZE.way.height + tallest + SIZE.bend,
    };
  }
}
