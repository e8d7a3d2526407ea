import type { Budget } from '../expressions/budget.js';
import type { Json, JsonObject } from '../json.js';
import { pointerTo } from '../pointer.js';
import { type Said, said } from '../said.js';
import type { Step } from '../schema/step.js';
import type { Catalogue, CatalogueConnector, JsonSchema } from './catalogue.js';
import { ExpressionCheck } from './check-expression.js';
import { ValueCheck } from './check-value.js';
import { inferShape } from './infer-shape.js';
import type { Issues } from './issue.js';
import type { Known, KnownStep } from './known.js';
import { nearest } from './nearest.js';
import type { Shape } from './shape.js';

export type Visible = ReadonlyMap<string, KnownStep>;

/** What a list of steps leaves behind. */
export interface Passed {
  visible: Visible;
  /** No step after them can be reached. */
  stops: boolean;
}

/** Handed down to the steps that hold steps. */
export type CheckSteps = (steps: Step[], pointer: string, visible: Visible, context: StepContext) => Passed;

/** What all steps of a recipe are checked with. */
export class StepContext {
  constructor(
    readonly recipeKey: string,
    readonly catalogue: Catalogue,
    readonly issues: Issues,
    private readonly budget: Budget,
    private readonly roots: ReadonlyMap<string, Shape>,
    private readonly allSteps: ReadonlySet<string>,
  ) {}

  known(visible: Visible | undefined, more: Record<string, Shape> = {}): Known {
    return { roots: new Map([...this.roots, ...Object.entries(more)]), steps: visible, allSteps: this.allSteps };
  }

  /** Checks one value and tells its shape. */
  value(value: Json, pointer: string, visible: Visible): Shape {
    const known = this.known(visible);
    this.expressions(known).value(value, pointer);
    return inferShape(value, { known });
  }

  condition(value: Json, pointer: string, known: Known): void {
    this.expressions(known).condition(value, pointer);
  }

  /** Checks inputs one by one, so that an input which is named like an operator is still an input. */
  inputs(inputs: JsonObject, schema: JsonSchema | undefined, pointer: string, visible: Visible): void {
    const known = this.known(visible);
    const expressions = this.expressions(known);
    for (const [key, value] of Object.entries(inputs)) expressions.value(value, pointerTo(pointer, key));
    if (schema !== undefined) new ValueCheck(this.issues, known, schema).inputs(inputs, schema, pointer);
  }

  connector(key: string, pointer: string): CatalogueConnector | undefined {
    return this.named(this.catalogue.connectors, key, pointer, said`There is no connector "${key}"`);
  }

  /** Finds an entry by its key, or says that there is none and which one was probably meant. */
  named<Entry extends { key: string }>(
    entries: Entry[],
    key: string,
    pointer: string,
    problem: Said,
  ): Entry | undefined {
    const entry = entries.find((candidate) => candidate.key === key);
    if (!entry) this.issues.error(pointer, problem, nearest(key, entries.map((candidate) => candidate.key))); // prettier-ignore
    return entry;
  }

  private expressions(known: Known): ExpressionCheck {
    return new ExpressionCheck(this.issues, known, this.budget);
  }
}
