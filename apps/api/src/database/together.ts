import { gaveWay, isUnavailable } from './is-unavailable.js';

/** So many statements at once: one that waits for a lock must not hold up all that comes after it. */
const AT_ONCE = 2;
const MOST_TOGETHER = 100;
/** An update of the schema locks tables in an order of its own. */
const TRIES = 3;

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

/**
 * Group commit: what comes in the same turn of the event loop, and while statements are under way, goes together in one.
 * Nobody waits for company, and each is answered only after the commit of the statement that it was part of.
 */
export class Together<Item, Result> {
  private readonly waiting: Waiting<Item, Result>[] = [];
  private underWay = 0;
  private isCalled = false;

  /** @param write one statement for all; its results in their order. It writes all of them or, when it throws, none. */
  constructor(private readonly write: (items: Item[]) => Promise<Result[]>) {}

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.go();
    });
  }

  /** At the end of this turn. */
  private go(): void {
    if (this.isCalled) return;
    this.isCalled = true;
    setImmediate(() => {
      this.isCalled = false;
      this.writeNext();
    });
  }

  private writeNext(): void {
    while (this.underWay < AT_ONCE && this.waiting.length > 0) {
      this.underWay += 1;
      void this.writeSome(this.waiting.splice(0, MOST_TOGETHER)).finally(() => {
        this.underWay -= 1;
        this.go();
      });
    }
  }

  /** What cannot be written does not take the others along: each is tried alone then. */
  private async writeSome(some: Waiting<Item, Result>[], tries = 1): Promise<void> {
    try {
      const results = await this.write(some.map(({ item }) => item));
      some.forEach(({ resolve, reject }, index) => {
        if (index in results) resolve(results[index] as Result);
        else reject(new Error('A statement for many gave fewer results'));
      });
    } catch (error) {
      if (gaveWay(error) && tries < TRIES) await this.writeSome(some, tries + 1);
      else if (some.length > 1 && !isUnavailable(error)) for (const one of some) await this.writeSome([one]);
      else for (const { reject } of some) reject(error);
    }
  }
}
