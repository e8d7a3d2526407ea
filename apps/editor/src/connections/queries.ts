import { queryOptions } from '@tanstack/react-query';
import {
  catalogueList,
  catalogueOne,
  connectionBudgetBudget,
  connectionsList,
  webhookHealthRead,
} from '../api/generated/sdk.gen.js';

/** The connected accounts; asked for now and then, since a remote may refuse us at any time. */
export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: ({ signal }) => connectionsList({ signal }),
  refetchInterval: 20_000,
});

/** The remote systems that can be connected. */
export const connectorsQuery = queryOptions({
  queryKey: ['connectors'],
  queryFn: ({ signal }) => catalogueList({ signal }),
  staleTime: Infinity,
});

/** What one remote system offers. */
export const connectorQuery = (key: string) =>
  queryOptions({
    queryKey: ['connectors', key],
    queryFn: ({ signal }) => catalogueOne({ path: { key }, signal }),
    staleTime: Infinity,
  });

/** How webhooks come in; the remote is asked for it, so that it is not asked for often. */
export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['connections', id, 'webhook'],
    queryFn: ({ signal }) => webhookHealthRead({ path: { id }, signal }),
    refetchInterval: 60_000,
  });

/** How many calls are used; it changes by the second. */
export const budgetQuery = (id: string) =>
  queryOptions({
    queryKey: ['connections', id, 'budget'],
    queryFn: ({ signal }) => connectionBudgetBudget({ path: { id }, signal }),
    refetchInterval: 2_000,
  });
