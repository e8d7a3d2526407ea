import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LaneWaker } from '../../src/queue/lane-waker.js';
import { eventually } from '../../src/testing/eventually.js';
import { startTestApp, type TestApp } from '../../src/testing/test-app.js';
import { onPostgres, onRedis, type QueueKind, type QueueWindow } from './queues.js';
import { describeScaleOut } from './scale-out.js';

function wakeUps(kind: QueueKind): void {
  let app: TestApp;
  let queue: QueueWindow;
  let waker: LaneWaker;

  beforeEach(async () => {
    app = await startTestApp({ config: await kind.config() });
    queue = kind.window(app);
    waker = app.app.get(LaneWaker);
  });
  afterEach(async () => {
    await queue.close();
    await app.close();
  });

  /** A wake-up that comes before the connection stands stays in the process, so knock until one arrives. */
  async function untilItArrives(wake: () => void, count: () => Promise<number>): Promise<void> {
    await eventually(async () => {
      wake();
      expect(await count()).toBeGreaterThan(0);
    });
  }

  it('are one while nobody has taken them', async () => {
    await untilItArrives(
      () => {
        waker.wake('deal:1');
      },
      () => queue.count('waiting'),
    );
    for (let n = 0; n < 20; n++) waker.wake('deal:1');
    waker.wake('deal:2');
    await eventually(async () => {
      expect(await queue.count('waiting')).toBe(2);
    });

    const worked: string[] = [];
    waker.serve((lane) => Promise.resolve(void worked.push(lane)));
    await eventually(() => {
      expect(worked).toContain('deal:2');
    });
    expect(worked.sort()).toEqual(['deal:1', 'deal:2']);
  });

  it('are not swallowed by the work that an earlier one has begun', async () => {
    const begun: string[] = [];
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    waker.serve((lane) => {
      begun.push(lane);
      return finished;
    });
    try {
      await untilItArrives(
        () => {
          waker.wake('deal:knock');
        },
        () => Promise.resolve(begun.length),
      );
      for (const times of [1, 2]) {
        waker.wake('deal:1');
        await eventually(() => {
          expect(begun.filter((lane) => lane === 'deal:1')).toHaveLength(times);
        });
      }
    } finally {
      finish();
    }
    await eventually(async () => {
      expect(await queue.count('waiting', 'active', 'delayed', 'completed', 'failed')).toBe(0);
    });
  });

  it('come at the time that was asked for, and once for one time', async () => {
    const at = new Date(Date.now() + 3_000);
    await untilItArrives(
      () => {
        waker.wake('deal:1', at);
      },
      () => queue.count('delayed'),
    );
    waker.wake('deal:1', at);
    const times: number[] = [];
    waker.serve(() => Promise.resolve(void times.push(Date.now())));
    await eventually(() => {
      expect(times).toHaveLength(1);
    });
    expect(times[0]!).toBeGreaterThanOrEqual(at.getTime());
    expect(await queue.count('delayed')).toBe(0);
  });
}

describeScaleOut('Wake-ups through Redis', () => {
  wakeUps(onRedis);
});

describe('Wake-ups through PostgreSQL', () => {
  wakeUps(onPostgres);
});
