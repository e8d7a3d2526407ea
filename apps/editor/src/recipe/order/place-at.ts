/** From top to bottom, in any unit. */
interface Extent {
  top: number;
  height: number;
}

/** The place that a line comes to when it is let go at a height: behind every other whose middle lies above it. */
export function placeAt(lines: readonly Extent[], from: number, height: number): number {
  return lines.filter((line, index) => index !== from && line.top + line.height / 2 < height).length;
}
