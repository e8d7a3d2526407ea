interface Waiting<Key, Value> {
  key: Key;
  resolve: (value: Value | undefined) => void;
  reject: (reason: unknown) => void;
}

const GATHER_MS = 60;

/** Gathers single questions into few requests: so many keys at once, one request after the other. */
export class Batch<Key, Value> {
  private waiting: Waiting<Key, Value>[] = [];
  private isBusy = false;

  constructor(
    private readonly most: number,
    private readonly ask: (keys: Key[]) => Promise<ReadonlyMap<Key, Value>>,
  ) {}

  /** undefined: the answer said nothing of this key. */
  load(key: Key): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      this.begin();
    });
  }

  private begin(): void {
    if (this.isBusy) return;
    this.isBusy = true;
    setTimeout(() => void this.work(), GATHER_MS);
  }

  private async work(): Promise<void> {
    // What came last is in sight now.
    const taken = this.waiting.splice(-this.most);
    try {
      const answers = await this.ask([...new Set(taken.map(({ key }) => key))]);
      for (const { key, resolve } of taken) resolve(answers.get(key));
    } catch (error) {
      for (const { reject } of taken) reject(error);
    }
    this.isBusy = false;
    if (this.waiting.length > 0) this.begin();
  }
}
