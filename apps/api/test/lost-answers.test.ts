import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUTOMATIONS, type Automation } from './crash-matrix/automations.js';
import { Desk } from './desk.js';

interface Write {
  api: string;
  method: string;
  /** A regular expression that fits the calls of every document and deal. */
  path: string;
}

interface Call extends Write {
  status: number | null;
}

/** The remote has written, and nobody hears of it: once for each kind of write that an automation makes. */
describe('The answer to a write is lost', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  async function performed(automation: Automation, lost?: Write): Promise<unknown> {
    const subject = await automation.prepare(desk);
    await desk.settled(30_000);
    for (const path of ['/requests', '/faults']) await desk.control('DELETE', path);
    if (lost) await desk.control('POST', '/faults', { ...lost, times: 1, effect: { kind: 'drop_after' } });
    for (const act of automation.acts) {
      await act(desk, subject);
      await desk.settled(60_000);
    }
    if (lost) expect(await faultsHit()).toEqual([1]);
    return automation.picture(desk, subject);
  }

  const faultsHit = async (): Promise<number[]> =>
    (await desk.control('GET', '/faults')).faults.map(({ hits }: { hits: number }) => hits);

  async function writes(): Promise<Write[]> {
    const { requests }: { requests: Call[] } = await desk.control('GET', '/requests');
    const kinds = requests
      .filter(({ method, path }) => method !== 'GET' && !/\/(search|read|send|session)$|oauth/.test(path))
      .map(({ api, method, path }) => ({ api, method, path: patternOf(path) }));
    return [...new Map(kinds.map((write) => [JSON.stringify(write), write])).values()];
  }

  it.each(AUTOMATIONS.map((automation) => [automation.recipe, automation] as const))(
    '%s does nothing twice and leaves nothing out',
    async (recipe, automation) => {
      await desk.switchOn(recipe, automation.settings);
      const calm = await performed(automation);
      const kinds = await writes();
      expect(kinds.length).toBeGreaterThan(0);
      for (const lost of kinds) expect({ lost, left: await performed(automation, lost) }).toEqual({ lost, left: calm });
      await desk.api('POST', '/api/automations/changes', {
        items: [{ recipe, template_id: null, choice: { enabled: false, settings: automation.settings } }],
      });
    },
    300_000,
  );
});

const patternOf = (path: string): string =>
  `^${path.replaceAll(/\/[^/]*\d[^/]*(?=\/|$)/g, (part) => (/^\/v\d$/.test(part) ? part : '/[^/]+'))}$`;
