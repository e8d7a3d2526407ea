/** The time by which a process waits. Milliseconds; only differences count. */
export interface GateClock {
  now(): number;
  /** Calls back after a while, unless the answer is called before. */
  after(ms: number, run: () => void): () => void;
}

export const GATE_CLOCK: GateClock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
