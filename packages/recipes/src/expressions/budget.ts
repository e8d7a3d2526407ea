import type { Json } from '../json.js';
import { number, said } from '../said.js';
import { ExpressionError } from './expression-error.js';
import { LIMITS, type Limits } from './limits.js';

interface Size {
  /** Elements and characters of the value written out in full. */
  units: number;
  depth: number;
}

/** The sizes of values that have been measured. */
export type Sizes = WeakMap<object, Size>;

const SCALAR: Size = { units: 1, depth: 0 };

/**
 * Counts the work of one evaluation and refuses what grows beyond the limits.
 * Sizes are those of the value written out in full: a list that holds the same list twice counts it twice,
 * so doubling is seen although the elements are shared in memory.
 */
export class Budget {
  spent = 0;

  /** `sizes` may be shared by evaluations between which no measured value changes. */
  constructor(
    readonly limits: Readonly<Limits> = LIMITS,
    private readonly sizes: Sizes = new WeakMap(),
  ) {}

  spend(units: number): void {
    this.spent += units;
    if (this.spent > this.limits.work) {
      throw new ExpressionError(
        said`The expression takes too much work: more than ${number(this.limits.work)} evaluated parts and elements`,
      );
    }
  }

  /** Charges for an operator that looks at the outermost level of the value alone. */
  spendShallow(value: Json): void {
    if (typeof value === 'string') this.spend(1 + (value.length >> 4));
    else this.spend(Array.isArray(value) ? 1 + value.length : 1);
  }

  /** Charges for an operator that may read all of the value. */
  spendDeep(value: Json): void {
    const { units } = this.sizeOf(value);
    this.spend(typeof value === 'string' ? 1 + (units >> 4) : units);
  }

  /** Checks a value that the expression has made, and charges for making its outermost level. */
  made(value: Json): Json {
    this.spendShallow(value);
    if (typeof value === 'string') this.expectText(value.length);
    if (Array.isArray(value)) this.expectList(value.length);
    this.sizeOf(value);
    return value;
  }

  /** Refuses a text of this many characters before it is made. */
  expectText(length: number): void {
    if (length > this.limits.text) {
      throw new ExpressionError(said`The expression makes a text of more than ${number(this.limits.text)} characters`);
    }
  }

  /** Refuses a list of this many elements before it is made. */
  expectList(length: number): void {
    if (length > this.limits.list) {
      throw new ExpressionError(said`The expression makes a list of more than ${number(this.limits.list)} elements`);
    }
  }

  /** The size of a value written out in full; throws where it is larger or deeper than a value may be. */
  sizeOf(value: Json, level = 0): Size {
    if (typeof value === 'string') return { units: 1 + value.length, depth: 0 };
    if (typeof value !== 'object' || value === null) return SCALAR;
    const known = this.sizes.get(value);
    if (known) return known;
    if (level > this.limits.depth) throw this.tooDeep();

    const size = { units: 1, depth: 0 };
    for (const member of Array.isArray(value) ? value : Object.values(value)) {
      const inner = this.sizeOf(member, level + 1);
      size.units += inner.units;
      size.depth = Math.max(size.depth, inner.depth + 1);
      if (size.units > this.limits.size) {
        throw new ExpressionError(
          said`The expression makes a value of more than ${number(this.limits.size)} elements and characters`,
        );
      }
    }
    if (size.depth > this.limits.depth) throw this.tooDeep();
    this.sizes.set(value, size);
    return size;
  }

  private tooDeep(): ExpressionError {
    return new ExpressionError(
      said`The expression makes a value that is nested deeper than ${number(this.limits.depth)} levels`,
    );
  }
}
