import type { JsonObject } from '@tandem/recipes';
import { useQuery } from '@tanstack/react-query';
import { pickListQuery } from '../../api/pick-list.js';
import type { Field } from '../model/schema-field.js';

/**
 * The live choices of an input; none where the connector has no list for it.
 * @param inputs the other inputs of the step: the list is ready once those that it depends on are filled in
 */
export function usePickList(connector: string | undefined, pickList: Field['pickList'], inputs: JsonObject) {
  const dependsOn = pickList?.dependsOn ?? [];
  const known = dependsOn.flatMap((key) =>
    typeof inputs[key] === 'string' && inputs[key] !== '' ? [[key, inputs[key]] as const] : [],
  );
  const isReady = connector !== undefined && pickList !== undefined && known.length === dependsOn.length;
  const question = { connector: connector ?? '', pickList: pickList?.key ?? '', input: Object.fromEntries(known) };
  const { data, isFetching, isError } = useQuery({ ...pickListQuery(question), enabled: isReady });
  return { items: data?.items ?? [], isReady, isFetching, isError };
}
