import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { connectionsQuery } from '../connections/queries.js';
import type { TemplateRow } from './matrix.js';
import { templatesQuery } from './queries.js';

/** The templates with what is switched on for each; not asked for while there is no account at all. */
export function useTemplates(): UseQueryResult<TemplateRow[]> & { isConnected: boolean | undefined } {
  const connections = useQuery(connectionsQuery);
  const isConnected = connections.data && connections.data.items.length > 0;
  return { ...useQuery({ ...templatesQuery, enabled: isConnected ?? false }), isConnected };
}
