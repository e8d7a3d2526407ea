/** The known name that a mistyped one was probably meant to be: few edits away, its beginning, or equal but for case. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > 100) return undefined;
  let best: string | undefined;
  let bestDistance = allowance(name) + 1;
  for (const candidate of known) {
    if (candidate === name || candidate.length > 100) continue;
    const distance = distanceOf(name, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function distanceOf(name: string, candidate: string): number {
  if (plain(candidate) === plain(name) && plain(name) !== '') return 0;
  const distance = editDistance(name, candidate);
  if (!candidate.startsWith(name)) return distance;
  return (name.length < 4 ? distance : Math.min(distance, allowance(name))) - 0.5;
}

/** Edits that still look like a slip: one in a short name, a third of a long one. */
const allowance = (name: string): number => (name.length < 4 ? 1 : Math.max(1, Math.floor(name.length / 3)));

const plain = (name: string): string => name.toLowerCase().replaceAll(/[_\-\s]/g, '');

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

const at = (row: number[], index: number): number => row[index] ?? Number.MAX_SAFE_INTEGER;
