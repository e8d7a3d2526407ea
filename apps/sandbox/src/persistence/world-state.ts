import { z } from 'zod';
import { seedHubSpot } from '../hubspot/seed.js';
import type { HubSpotState } from '../hubspot/state.js';
import { seedPandaDoc, type PandaDocState } from '../pandadoc/state.js';

/** Everything that the sandbox remembers. */
export interface WorldState {
  hubspot: HubSpotState;
  pandadoc: PandaDocState;
}

const Kept = z.looseObject({
  hubspot: z.record(z.string(), z.unknown()),
  pandadoc: z.record(z.string(), z.unknown()),
});

export function seedWorldState(now: Date): WorldState {
  return { hubspot: seedHubSpot(now), pandadoc: seedPandaDoc(now) };
}

/**
 * What a data file holds. @throws when a part is missing or of another kind than at the first start, as in a file
 * that another version wrote
 */
export function readWorldState(value: unknown): WorldState {
  const kept = Kept.parse(value);
  const seed = seedWorldState(new Date());
  for (const side of ['hubspot', 'pandadoc'] as const) {
    for (const [key, part] of Object.entries(seed[side])) {
      if (kindOf(kept[side][key]) !== kindOf(part)) throw new Error(`${side}.${key} is missing or is not as expected`);
    }
  }
  return kept as unknown as WorldState; // written by this program, and its parts have just been compared
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
