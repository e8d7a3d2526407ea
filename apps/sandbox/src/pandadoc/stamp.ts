import { microseconds } from './identity.js';
import type { PandaDocWorld } from './state.js';

/** UTC with microseconds, `2024-07-08T15:43:54.194562Z`; never twice the same. */
export function stamp(world: PandaDocWorld): string {
  const micros = Math.max(world.now().getTime() * 1000, world.state.last_stamp + 1);
  world.state.last_stamp = micros;
  return microseconds(micros);
}
