import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Contract, type Exchange } from './contract-check.js';

/**
 * What the connectors really sent: run all tests with SANDBOX_RECORD=<file>, then this one with
 * CONTRACT_RECORD=<file> and CONTRACT_SPECS.
 */
const { CONTRACT_RECORD: record, CONTRACT_SPECS: folder } = process.env;

/** Documented in words, and left out of the descriptions. */
const DESCRIBED_NOWHERE = [
  'hubspot POST /oauth/v2/private-apps/get/access-token-info', // https://developers.hubspot.com/docs/api/private-apps
];

(record !== undefined && folder !== undefined ? describe : describe.skip)('the recorded calls', () => {
  it('are as the vendors describe them', async () => {
    const lines = readFileSync(record!, 'utf8').trim().split('\n');
    const exchanges = lines
      .map((line): Exchange => JSON.parse(line))
      .filter(({ api, method, path }) => !DESCRIBED_NOWHERE.includes(`${api} ${method} ${path}`));
    const contract = await Contract.load(folder!);
    const violations = contract.violations(exchanges).map((violation) => JSON.stringify(violation));
    expect([...new Set(violations)]).toEqual([]);
  });
});
