import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Contract } from './contract-check.js';
import { startSession, type Session } from './contract-session.js';
import { attach, beRefused, readDeal, readSettings, VERSIONS, writeDeal } from './hubspot-traffic.js';
import { operationsInUse } from './operations-in-use.js';
import { changeQuote, create, lead, listenAndBeRefused } from './pandadoc-traffic.js';

const folder = process.env.CONTRACT_SPECS;
const present = folder !== undefined && existsSync(folder);
if (!present) {
  process.stderr.write("Skipped: the vendors' API descriptions are not here (CONTRACT_SPECS names their folder).\n");
}

(present ? describe : describe.skip)("the sandbox, held against the vendors' descriptions", () => {
  let session: Session;
  let contract: Contract;
  beforeAll(async () => {
    contract = await Contract.load(folder!);
    session = await startSession();
    await session.send('control', 'PATCH /hubspot/settings', { search_per_second: 1000, rate_per_10s: 10_000 });
  });
  afterAll(() => session.close());

  const violations = async () => contract.violations(await session.takeExchanges());

  describe.each(Object.entries(VERSIONS))('as HubSpot, with %s paths', (_name, paths) => {
    it('tells about the account and what can be chosen', async () => {
      await readSettings(session, paths);
      expect(await violations()).toEqual([]);
    });

    it('reads a deal and all that hangs on it', async () => {
      await readDeal(session, paths);
      expect(await violations()).toEqual([]);
    });

    it('writes a deal, its line items and its company', async () => {
      await writeDeal(session, paths, await readDeal(session, paths));
      expect(await violations()).toEqual([]);
    });

    it('keeps files, notes and tasks', async () => {
      await attach(session, paths, '1001');
      expect(await violations()).toEqual([]);
    });

    it('refuses in the described shape', async () => {
      await beRefused(session, paths);
      expect(await violations()).toEqual([]);
    });
  });

  it.each(['Sales proposal', 'Order form', 'Mutual NDA'])('as PandaDoc leads a "%s" to its signature', async (name) => {
    await lead(session, name);
    expect(await violations()).toEqual([]);
  });

  it('as PandaDoc creates a document through its API, linked and unlinked again', async () => {
    await create(session);
    expect(await violations()).toEqual([]);
  });

  it('as PandaDoc fills quotes', async () => {
    await changeQuote(session, await lead(session, 'Quote agreement'));
    expect(await violations()).toEqual([]);
  });

  it('as PandaDoc takes subscriptions, and refuses in the described shape', async () => {
    await listenAndBeRefused(session);
    expect(await violations()).toEqual([]);
  });

  it('in every operation that the product uses', () => {
    expect(operationsInUse.filter((operation) => !contract.seen.has(operation))).toEqual([]);
  });
});
