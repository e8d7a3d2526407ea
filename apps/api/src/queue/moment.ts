/** An instant by both clocks of the machine: one may be set back, the other stands still while the machine sleeps. */
export interface Moment {
  wallMs: number;
  steadyMs: number;
}

export const momentNow = (): Moment => ({ wallMs: Date.now(), steadyMs: performance.now() });

/** The longer of what the two clocks say, so that no pause goes unnoticed. */
export const secondsSince = (moment: Moment, now = momentNow()): number =>
  Math.max(now.wallMs - moment.wallMs, now.steadyMs - moment.steadyMs) / 1000;
