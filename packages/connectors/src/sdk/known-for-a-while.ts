interface Known<Value> {
  value: Promise<Value>;
  at: number;
}

/** Answers of a remote that hold for a while. Those who ask at the same time share one call; failures are not kept. */
export class KnownForAWhile<Value> {
  private readonly known = new Map<string, Known<Value>>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What was read at most `holdsMs` ago, else what `read` answers. Throws what it throws. */
  read(key: string, read: () => Promise<Value>, holdsMs: number): Promise<Value> {
    const known = this.known.get(key);
    if (known && this.now() - known.at < holdsMs) return known.value;
    const value = read();
    const mine = { value, at: this.now() };
    this.known.set(key, mine);
    value.catch(() => {
      if (this.known.get(key) === mine) this.known.delete(key);
    });
    return value;
  }
}
