import { emptyWindow, type CallWindow } from '../../src/budget/call-window.js';
import { CallWindows, type Drawn, type KnownWindow, type WindowKey } from '../../src/budget/call-windows.js';
import { drawCalls, type Ask } from '../../src/budget/draw-calls.js';
import type { VirtualTime } from './virtual-time.js';

/** A window behind a database: one asking after the other, each with its round trips. */
export class DistantWindows extends CallWindows {
  private window: CallWindow | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly time: VirtualTime,
    private readonly roundTripMs: () => number,
  ) {
    super();
  }

  async draw(key: WindowKey, ask: Ask): Promise<Drawn> {
    await this.time.sleep(this.roundTripMs());
    const drawn = this.last.then(async () => {
      this.window ??= emptyWindow(key.limit);
      const now = this.time.now();
      const grant = drawCalls(this.window, now, ask);
      const window = { ...this.window, taken: [...this.window.taken] };
      await this.time.sleep(this.roundTripMs());
      return { ...grant, window, now };
    });
    this.last = drawn;
    const answer = await drawn;
    await this.time.sleep(this.roundTripMs());
    return answer;
  }

  known(): Promise<KnownWindow[]> {
    return Promise.resolve([]);
  }
}
