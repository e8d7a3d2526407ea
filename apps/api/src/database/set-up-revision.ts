import { Injectable } from '@nestjs/common';

/** SQL: the number of the present set-up. */
export const SET_UP_REVISION = `(select value from revision where subject = 'set_up')`;

/**
 * How often what people set up (connections, recipes, automations) was changed, as far as this process has heard. The
 * database counts; statements on the way of an event bring the number along.
 */
@Injectable()
export class SetUpRevision {
  private known = 0;

  get current(): number {
    return this.known;
  }

  /** Answers may overtake each other: an older number is no news. */
  told(value: string | number): void {
    this.known = Math.max(this.known, Number(value));
  }
}

/** What was read of the set-up, kept until it is heard to have changed. Only for work that has just been told. */
export class KeptOfSetUp<T> {
  private readonly kept = new Map<string, Promise<T>>();
  private readAt = -1;

  constructor(
    private readonly revision: SetUpRevision,
    private readonly most = 500,
  ) {}

  /** Reads at most once per key and set-up; a failure is not kept. */
  of(key: string, read: () => Promise<T>): Promise<T> {
    if (this.readAt !== this.revision.current || this.kept.size >= this.most) this.forget();
    const known = this.kept.get(key);
    if (known) return known;
    const reading = read();
    this.kept.set(key, reading);
    reading.catch(() => {
      if (this.kept.get(key) === reading) this.kept.delete(key);
    });
    return reading;
  }

  forget(): void {
    this.kept.clear();
    this.readAt = this.revision.current;
  }
}
