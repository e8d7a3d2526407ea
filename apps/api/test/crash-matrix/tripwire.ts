export type Side = 'before' | 'after';

/** Where a process may die: before or after it has done something to the world, be it a commit or a remote write. */
export interface Point {
  name: string;
  side: Side;
}

/**
 * Counts what a process does and kills it at one point: `before` it comes through, or `after` it did and before the
 * process hears of it.
 */
export class Tripwire {
  private readonly counts = new Map<string, number>();
  private armed: Point | undefined;
  private kill: () => Promise<void> = () => Promise.resolve();
  private isDead = false;
  private aftermath: Promise<void> = Promise.resolve();
  hasKilled = false;

  /**
   * From here on the points of a process are counted from one; none is deadly unless it is named.
   * @param kill ends the process, and sees to its successor
   */
  watch(kill: () => Promise<void>, deadly?: Point): void {
    this.counts.clear();
    this.armed = deadly;
    this.kill = kill;
    this.isDead = this.hasKilled = false;
    this.aftermath = Promise.resolve();
  }

  /** Kills no more; comes back, or throws, when all is over that followed from a death. */
  async disarm(): Promise<void> {
    this.armed = undefined;
    await this.aftermath;
  }

  /** Another process has taken its place and lives. */
  revive(): void {
    this.isDead = false;
    this.armed = undefined;
  }

  /** The names of all points that were reached. */
  get reached(): string[] {
    return [...this.counts].flatMap(([label, count]) => Array.from({ length: count }, (_, n) => nameOf(label, n + 1)));
  }

  /** Tells of something that is about to be done; answers the point's name. */
  reach(label: string): string {
    const count = (this.counts.get(label) ?? 0) + 1;
    this.counts.set(label, count);
    return nameOf(label, count);
  }

  /** True when the process is dead, by this point or an earlier one: let nothing of it through. */
  trips(name: string, side: Side): boolean {
    if (this.isDead) return true;
    if (this.armed?.name !== name || this.armed.side !== side) return false;
    this.isDead = this.hasKilled = true;
    this.aftermath = this.kill();
    this.aftermath.catch(() => undefined); // thrown by disarm
    return true;
  }
}

const nameOf = (label: string, count: number): string => `${label}, time ${count}`;
