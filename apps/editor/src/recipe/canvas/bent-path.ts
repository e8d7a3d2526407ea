interface Point {
  x: number;
  y: number;
}

const RADIUS = 12;

/** Down, to the side at the height `bend`, and down again, with round corners; straight where nothing is to the side. */
export function bentPath(from: Point, to: Point, bend: number): string {
  const aside = to.x - from.x;
  if (Math.abs(aside) < 1) return `M${from.x},${from.y} V${to.y}`;
  const radius = Math.min(RADIUS, Math.abs(aside) / 2, bend - from.y, to.y - bend);
  const turn = Math.sign(aside) * radius;
  return [
    `M${from.x},${from.y}`,
    `V${bend - radius}`,
    `Q${from.x},${bend} ${from.x + turn},${bend}`,
    `H${to.x - turn}`,
    `Q${to.x},${bend} ${to.x},${bend + radius}`,
    `V${to.y}`,
  ].join(' ');
}
