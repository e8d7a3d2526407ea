import type { Recipe, Step } from '@tandem/recipes';
import { outlineOf, type Entry } from '../model/outline.js';
import { innerLists, TOP, type ListRef } from '../model/step-lists.js';
import { SIZE, type Box, type Graph, type GraphEdge, type GraphNode } from './graph.js';
import { Measure } from './measure.js';

/**
 * The recipe is the document; nodes and edges are only a view of it and are never saved. Vertical: steps below each
 * other, ways side by side, everything centred on the line that leads to it. The middle of the trigger is at x = 0.
 */
export function toGraph(recipe: Recipe): Graph {
  const drawing = new Drawing(recipe);
  drawing.whole(recipe);
  return drawing.finish();
}

/** Where a line starts: a node, and the middle of its lower edge. */
interface Start {
  id: string;
  y: number;
  isDead?: true;
}

class Drawing {
  private readonly nodes: GraphNode[] = [];
  private readonly edges: GraphEdge[] = [];
  private readonly measure = new Measure();
  private readonly entries: ReadonlyMap<string, Entry>;

  constructor(recipe: Recipe) {
    this.entries = new Map(outlineOf(recipe).map((entry) => [entry.step.id, entry]));
  }

  whole(recipe: Recipe): void {
    this.nodes.push({ id: 'trigger', kind: 'trigger', box: centred(0, 0, SIZE.step) });
    const last = this.list(recipe.steps, TOP, 0, { id: 'trigger', y: SIZE.step.height });
    const y = last.y + SIZE.gap;
    this.nodes.push({ id: 'end', kind: 'end', box: centred(0, y, { width: SIZE.dot, height: SIZE.dot }) });
    this.line(last, 'end', 0, TOP, recipe.steps.length);
  }

  finish(): Graph {
    const right = Math.max(...this.nodes.map(({ box }) => box.x + box.width));
    const left = Math.min(...this.nodes.map(({ box }) => box.x));
    const bottom = Math.max(...this.nodes.map(({ box }) => box.y + box.height));
    return { nodes: this.nodes, edges: this.edges, width: right - left, height: bottom };
  }

  /** Draws the steps of a list below each other; gives where the line out of the last one starts. */
  private list(steps: Step[], list: ListRef, x: number, from: Start): Start {
    return steps.reduce<Start>((before, step, index) => {
      const y = before.y + SIZE.gap;
      this.line(before, stepNode(step.id), x, list, index);
      return this.step(step, x, y);
    }, from);
  }

  private step(step: Step, x: number, y: number): Start {
    switch (step.kind) {
      case 'if': {
        this.box(step, x, y);
        return this.ways(step, x, y, y + this.measure.step(step).height);
      }
      case 'try': {
        const top = this.frame(step, 'try', x, y);
        return this.ways(step, x, top, y + this.measure.step(step).height);
      }
      case 'forEach': {
        const top = this.frame(step, 'forEach', x, y);
        const list: ListRef = { holder: step.id, slot: 'steps' };
        const last = this.list(step.steps, list, x, { id: stepNode(step.id), y: top + SIZE.step.height });
        return this.join(step, x, y + this.measure.step(step).height, [{ last, list, x, count: step.steps.length }]);
      }
      case 'stop':
        this.box(step, x, y);
        return { id: stepNode(step.id), y: y + SIZE.step.height, isDead: true };
      case 'action':
      case 'wait':
      case 'call':
        this.box(step, x, y);
        return { id: stepNode(step.id), y: y + SIZE.step.height };
    }
  }

  private box(step: Step, x: number, y: number): void {
    const entry = this.entries.get(step.id);
    if (entry) this.nodes.push({ id: stepNode(step.id), kind: 'step', entry, box: centred(x, y, SIZE.step) });
  }

  /** The frame around a loop or a try, and its head. Gives where the head stands. */
  private frame(step: Step, of: 'forEach' | 'try', x: number, y: number): number {
    const box = centred(x, y, this.measure.step(step));
    this.nodes.push({ id: `frame:${step.id}`, kind: 'frame', of, step: step.id, box });
    this.box(step, x, y + SIZE.frame);
    return y + SIZE.frame;
  }

  /** Ways side by side below their head at `y`, coming together at `bottom`. */
  private ways(step: Step, x: number, y: number, bottom: number): Start {
    const lists = innerLists(step).map(({ slot, steps }) => ({ slot, steps, ...this.measure.list(steps) }));
    const total = lists.reduce((sum, { width }) => sum + width, 0) + SIZE.column * (lists.length - 1);
    let left = x - total / 2;
    const ends = lists.map(({ slot, steps, width }) => {
      const middle = left + width / 2;
      left += width + SIZE.column;
      const list: ListRef = { holder: step.id, slot };
      const id = `way:${step.id}/${slot}`;
      const top = y + SIZE.step.height + 2 * SIZE.bend;
      this.nodes.push({ id, kind: 'way', list, box: centred(middle, top, SIZE.way) });
      this.edges.push({ ...between(stepNode(step.id), id), bends: 'early' });
      const last = this.list(steps, list, middle, { id, y: top + SIZE.way.height });
      return { last, list, x: middle, count: steps.length };
    });
    return this.join(step, x, bottom, ends);
  }

  /** Lines from the ends of lists to one point at `bottom`. */
  private join(
    step: Step,
    x: number,
    bottom: number,
    ends: { last: Start; list: ListRef; x: number; count: number }[],
  ): Start {
    const id = `join:${step.id}`;
    const y = bottom - SIZE.dot;
    this.nodes.push({ id, kind: 'join', box: centred(x, y, { width: SIZE.dot, height: SIZE.dot }) });
    for (const end of ends) this.line(end.last, id, end.x, end.list, end.count);
    return { id, y: bottom };
  }

  private line(from: Start, target: string, x: number, list: ListRef, index: number): void {
    const place = { ...list, index };
    this.edges.push({
      ...between(from.id, target),
      bends: 'late',
      insert: { place, at: { x, y: from.y + SIZE.gap / 2 } },
      ...(from.isDead && { isDead: true as const }),
    });
  }
}

export const stepNode = (id: string): string => `step:${id}`;

const between = (source: string, target: string) => ({ id: `${source}->${target}`, source, target });

const centred = (x: number, y: number, { width, height }: { width: number; height: number }): Box => ({
  x: x - width / 2,
  y,
  width,
  height,
});
