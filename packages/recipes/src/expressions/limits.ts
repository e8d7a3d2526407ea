/** Bounds of one evaluation. A value that goes beyond them is refused with an ExpressionError, never cut short. */
export interface Limits {
  /** Levels of nesting of an expression, and of any value that it makes. */
  depth: number;
  /** Objects, lists and scalars that one expression may be written with. Checked when a recipe is saved. */
  nodes: number;
  /** Elements of one list. */
  list: number;
  /** Characters of one text. */
  text: number;
  /** Elements and characters of one value together, everything inside counted. */
  size: number;
  /** Evaluated nodes, looked-at elements and every sixteenth character, over the whole evaluation. */
  work: number;
}

export const LIMITS: Readonly<Limits> = {
  depth: 100,
  nodes: 10_000,
  list: 100_000,
  text: 1_000_000,
  size: 4_000_000,
  work: 1_000_000,
};
