import { Injectable } from '@nestjs/common';
import { emptyWindow } from './call-window.js';
import { CallWindows, type Drawn, type KnownWindow, type WindowKey } from './call-windows.js';
import { drawCalls, type Ask } from './draw-calls.js';

/** For a single process: asking costs nothing, so nothing is taken beforehand. */
@Injectable()
export class InMemoryWindows extends CallWindows {
  private readonly windows = new Map<string, Omit<KnownWindow, 'now'>>();

  draw(key: WindowKey, ask: Ask): Promise<Drawn> {
    const { window } = this.windowOf(key);
    const now = performance.now();
    return Promise.resolve({ ...drawCalls(window, now, { ...ask, spare: 0 }), window, now });
  }

  known(connectionId?: string): Promise<KnownWindow[]> {
    const now = performance.now();
    const all = [...this.windows.values()].map((known) => ({ ...known, now }));
    return Promise.resolve(all.filter((known) => connectionId === undefined || known.connectionId === connectionId));
  }

  private windowOf({ connectionId, group, limit }: WindowKey): Omit<KnownWindow, 'now'> {
    const name = `${connectionId}/${group}`;
    const known = this.windows.get(name) ?? { connectionId, group, window: emptyWindow(limit) };
    this.windows.set(name, known);
    return known;
  }
}
