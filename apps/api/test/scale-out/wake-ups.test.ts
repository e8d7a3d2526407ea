import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { LaneWaker } from '../../src/queue/lane-waker.js';
import { eventually } from '../../src/testing/eventually.js';
import { startTestApp, type TestApp } from '../../src/testing/test-app.js';
import { describeScaleOut, redisUrl } from './scale-out.js';

describeScaleOut('Wake-ups through Redis', () => {
  let redis: Redis;
  let app: TestApp;
  let waker: LaneWaker;

  beforeEach(async () => {
    redis = new Redis(redisUrl(4));
    await redis.flushdb();
    app = await startTestApp({ config: { redisUrl: redisUrl(4), role: 'api' } });
    waker = app.app.get(LaneWaker);
  });
  afterEach(async () => {
    await app.close();
    redis.disconnect();
  });

  const waiting = () => redis.llen('tandem:lanes:wait');
  const delayed = () => redis.zcard('tandem:lanes:delayed');

  /** A wake-up that comes before the connection stands stays in the process, so knock until one arrives. */
  async function untilItArrives(wake: () => void, count: () => Promise<number>): Promise<void> {
    await eventually(async () => {
      wake();
      expect(await count()).toBeGreaterThan(0);
    });
  }

  it('are one while nobody has taken them', async () => {
    await untilItArrives(() => {
      waker.wake('deal:1');
    }, waiting);
    for (let n = 0; n < 20; n++) waker.wake('deal:1');
    waker.wake('deal:2');
    await eventually(async () => {
      expect(await waiting()).toBe(2);
    });

    const worked: string[] = [];
    waker.serve((lane) => Promise.resolve(void worked.push(lane)));
    await eventually(() => {
      expect(worked).toContain('deal:2');
    });
    expect(worked).toEqual(['deal:1', 'deal:2']);
  });

  it('are not swallowed by the work that an earlier one has begun', async () => {
    let begun = 0;
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    waker.serve(() => {
      begun++;
      return finished;
    });
    await untilItArrives(
      () => {
        waker.wake('deal:1');
      },
      () => Promise.resolve(begun),
    );
    const before = begun;
    waker.wake('deal:1');
    await eventually(() => {
      expect(begun).toBe(before + 1);
    });
    finish();
    await eventually(async () => {
      expect(await redis.llen('tandem:lanes:active')).toBe(0);
    });
    const jobs = (await redis.keys('tandem:lanes:*')).filter((key) => /:\d+$/.test(key));
    expect(jobs).toEqual([]);
  });

  it('come at the time that was asked for, and once for one time', async () => {
    const at = new Date(Date.now() + 1_500);
    await untilItArrives(() => {
      waker.wake('deal:1', at);
    }, delayed);
    waker.wake('deal:1', at);
    const times: number[] = [];
    waker.serve(() => Promise.resolve(void times.push(Date.now())));
    await eventually(() => {
      expect(times).toHaveLength(1);
    });
    expect(times[0]!).toBeGreaterThanOrEqual(at.getTime());
    expect(await delayed()).toBe(0);
  });
});
