import { expect, it } from '@jest/globals';
import { describeScaleOut } from '../scale-out/scale-out.js';
import { AUTOMATIONS, type Automation } from './automations.js';
import { MortalTandem } from './mortal-tandem.js';
import type { Point } from './tripwire.js';

/** `CRASH_MATRIX=all` takes every point, and some minutes; without it the points are spread over so many seconds. */
const ALL = process.env.CRASH_MATRIX === 'all';
const SECONDS_EACH = ALL ? Infinity : 6;

/** In an order that goes through the whole list in ever smaller strides, so that whoever stops early has seen all of it. */
function spread<T>(list: T[]): T[] {
  return list
    .map((item, index) => ({ item, rank: (index * 0.618_033_988_75) % 1 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

describeScaleOut('Killed at a point of what it does and started again', () => {
  it.each(AUTOMATIONS.map((automation) => [automation.recipe, automation] as const))(
    '%s leaves behind what it does in peace',
    async (_recipe, automation: Automation) => {
      const tandem = await MortalTandem.open(automation);
      try {
        const calm = await tandem.calmly();
        expect(calm.outcome.runs).toEqual([{ status: 'succeeded' }]);
        const points = calm.points.flatMap((name): Point[] => [
          { name, side: 'before' },
          { name, side: 'after' },
        ]);
        const deadline = Date.now() + SECONDS_EACH * 1000;
        let deaths = 0;
        for (const point of spread(points)) {
          if (Date.now() > deadline) break;
          const { outcome, died } = await tandem.dyingAt(point);
          if (died) deaths++;
          expect({ point, ...outcome }).toEqual({ point, ...calm.outcome });
        }
        // A look of the sweeper more or less moves a point out of reach now and then.
        expect(deaths).toBeGreaterThanOrEqual(ALL ? points.length * 0.9 : 1);
      } finally {
        await tandem.close();
      }
    },
    3_600_000,
  );
});
