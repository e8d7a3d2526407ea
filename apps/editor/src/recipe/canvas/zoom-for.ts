/** At the sides, where ways that stand side by side need the room. */
const MARGIN = 16;
/** Below this, words are no longer read with ease; what is wider is panned. */
const SMALLEST = 0.82;

/** How large a recipe is drawn at first: whole in its width, but no larger than it is, nor too small to be read. */
export const zoomFor = (width: number, window: number): number =>
  Math.min(1, Math.max(SMALLEST, (window - 2 * MARGIN) / width));
