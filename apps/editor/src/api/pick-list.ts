import { queryOptions } from '@tanstack/react-query';
import { pickListsLoad } from './generated/sdk.gen.js';

export interface PickListQuestion {
  connector: string;
  pickList: string;
  input: Record<string, string>;
}

/** The choices of a pick list, live; kept for a few minutes. */
export const pickListQuery = ({ connector, pickList, input }: PickListQuestion) =>
  queryOptions({
    queryKey: ['pick-lists', connector, pickList, input],
    queryFn: ({ signal }) => pickListsLoad({ path: { key: connector, pickList }, body: { input }, signal }),
    staleTime: 300_000,
  });
