import type { HubSpotGateway } from '../client.js';
import type { ObjectType } from '../records.js';
import type { PropertyDefinition } from './definition.js';

/** Judges by the properties known; what does not fit them is judged by fresh ones, since people may have changed them. */
export async function judgeByDefinitions<Judged extends { problems: readonly unknown[] }>(
  gateway: HubSpotGateway,
  type: ObjectType,
  judge: (definitions: readonly PropertyDefinition[]) => Judged | Promise<Judged>,
): Promise<Judged> {
  const known = await gateway.definitions(type);
  const judged = await judge(known);
  if (judged.problems.length === 0) return judged;
  return judge(await gateway.definitions(type, true));
}
