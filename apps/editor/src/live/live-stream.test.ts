import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LiveStream, type News, type Source } from './live-stream.js';

class FakeSource implements Source {
  readyState = 1;
  isClosed = false;
  private readonly listeners = new Map<string, (event: { data?: unknown }) => void>();

  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.listeners.set(type, listener);
  }
  close(): void {
    this.isClosed = true;
  }
  says(type: string, data?: unknown): void {
    this.listeners.get(type)?.({ data: JSON.stringify(data) });
  }
}

let sources: FakeSource[];
let heard: News[];
let stream: LiveStream;
const last = (): FakeSource => sources.at(-1)!;

beforeEach(() => {
  jest.useFakeTimers();
  sources = [];
  heard = [];
  stream = new LiveStream(() => {
    sources.push(new FakeSource());
    return last();
  });
  stream.listen((news) => heard.push(news));
  stream.open();
});
afterEach(() => {
  stream.close();
  jest.useRealTimers();
});

describe('the live stream', () => {
  it('is on from its greeting on, after which anything may have changed', () => {
    expect(stream.isOn()).toBe(false);
    last().says('hello', {});
    expect(stream.isOn()).toBe(true);
    expect(heard).toEqual(['anything']);
  });

  it('hands on what changed', () => {
    const changes = { runs: [{ id: 'r', status: 'failed' }], events: [], connections: [], deeds: [], more: false };
    last().says('changed', changes);
    expect(heard).toEqual([changes]);
  });

  it('is off while it is broken, and says once that anything may have changed', () => {
    last().says('hello', {});
    last().readyState = 0;
    last().says('error');
    last().says('error');
    expect(stream.isOn()).toBe(false);
    expect(heard).toEqual(['anything', 'anything']);
    expect(sources).toHaveLength(1); // the browser opens it again by itself
  });

  it('is opened again after it was refused', () => {
    last().readyState = 2;
    last().says('error');
    jest.advanceTimersByTime(15_000);
    expect(sources).toHaveLength(2);
  });

  it('is opened anew when it falls silent, and not while it beats', () => {
    last().says('hello', {});
    jest.advanceTimersByTime(30_000);
    last().says('beat', {});
    jest.advanceTimersByTime(30_000);
    expect(sources).toHaveLength(1);
    jest.advanceTimersByTime(15_000);
    expect(sources.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(stream.isOn()).toBe(false);
  });

  it('says nothing more when it is closed', () => {
    stream.close();
    jest.advanceTimersByTime(60_000);
    expect(sources.map(({ isClosed }) => isClosed)).toEqual([true]);
  });
});
