import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { Problem } from '../http/problem.js';
import { byKey, changesBetween, openRuns, type Mark, type Marks } from './changes.js';
import { NEWEST_RUNS, readMarks, readOpenRuns } from './read-marks.js';
import type { Stream } from './stream.js';

/** So often at most: a browser hears of changes two times a second, however many there are. */
const LOOK_EVERY_MS = 500;
/**
 * Looking takes at most this share of one database connection's time; a slow database is looked at less often. With
 * 100,000 runs one look takes 2 to 6 ms, which is 1 % of one connection of twenty.
 */
const SHARE = 0.1;
const BEAT_EVERY_MS = 15_000;
const MAX_STREAMS = 500;

/**
 * Tells browsers what changed. While at least one listens, this process looks at the database regularly, once for all of
 * them, and compares with what it saw before: the engine knows nothing of it and is not slowed, every process sees the
 * work of all others, and nothing is missed while the database is away.
 */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly streams = new Set<Stream>();
  /** Those of them that have not been greeted yet. */
  private readonly ungreeted = new Set<Stream>();
  private seen: Marks | undefined;
  private looking: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private lastSentAt = 0;
  private isClosing = false;
  private isBlind = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Throws a 503 when no more can listen. Call it before anything is answered. */
  ensureRoom(): void {
    if (!this.isClosing && this.streams.size < MAX_STREAMS) return;
    throw new Problem(503, said`No more live streams are served here just now; the pages ask regularly instead.`, {
      retryAfterSeconds: 30,
    });
  }

  /** The stream is greeted with `hello` as soon as nothing that happens from then on is missed. */
  add(stream: Stream): void {
    this.streams.add(stream);
    stream.onClose(() => {
      this.streams.delete(stream);
      this.ungreeted.delete(stream);
      if (this.streams.size === 0) this.rest();
    });
    if (this.seen) {
      stream.send('hello', '{}');
      return;
    }
    this.ungreeted.add(stream);
    this.look();
  }

  /** Before the server closes, which would wait for the streams. */
  async onModuleDestroy(): Promise<void> {
    this.isClosing = true;
    for (const stream of this.streams) stream.end();
    this.rest();
    await this.looking;
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.seen = undefined;
  }

  private look(): void {
    if (this.looking || this.timer) return;
    const began = performance.now();
    this.looking = this.compare()
      .catch((error: unknown) => {
        this.complain(error);
      })
      .finally(() => {
        this.looking = undefined;
        if (this.streams.size === 0 || this.isClosing) return;
        this.timer = setTimeout(
          () => {
            this.timer = undefined;
            this.look();
          },
          Math.max(LOOK_EVERY_MS, (performance.now() - began) / SHARE),
        );
      });
  }

  private async compare(): Promise<void> {
    const { manager } = this.dataSource;
    const before = this.seen;
    const following = before ? openRuns(before) : await readOpenRuns(manager);
    const marks = await readMarks(manager, following);
    if (this.isBlind) this.logger.log('The database answers again');
    this.isBlind = false;
    if (this.streams.size === 0) return;
    this.seen = byKey(marks);
    this.greet();
    const changes = before && changesBetween(before, this.seen, areAllNew(marks, before));
    if (changes) this.send('changed', JSON.stringify(changes));
    else if (Date.now() - this.lastSentAt > BEAT_EVERY_MS) this.send('beat', '{}');
  }

  private greet(): void {
    if (this.ungreeted.size > 0) this.lastSentAt = Date.now();
    for (const stream of this.ungreeted) stream.send('hello', '{}');
    this.ungreeted.clear();
  }

  private send(event: string, data: string): void {
    this.lastSentAt = Date.now();
    for (const stream of this.streams) stream.send(event, data);
  }

  private complain(error: unknown): void {
    if (this.isBlind) return;
    this.isBlind = true;
    this.logger.warn(`Could not look for changes: ${error instanceof Error ? error.message : 'unknown error'}`);
  }
}

/** More runs came since the last look than one look takes in. */
function areAllNew(marks: readonly Mark[], before: Marks): boolean {
  const runs = marks.filter(({ kind }) => kind === 'run');
  return runs.length >= NEWEST_RUNS && !runs.slice(0, NEWEST_RUNS).some((mark) => before.has(`run ${mark.id}`));
}
