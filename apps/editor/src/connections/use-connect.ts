import { useMutation, useQueryClient } from '@tanstack/react-query';
import { connectionsChange, connectionsCreate } from '../api/generated/sdk.gen.js';
import type { Connection, Connector } from '../api/generated/types.gen.js';

export interface EnteredAccount {
  /** null forgets a stored one. */
  credentials: Record<string, string | null>;
  baseUrl: string;
}

/** Connects a new account, or renews the credentials of a connected one. The remote is asked before anything is stored. */
export function useConnect(connector: Connector, connection: Connection | undefined, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ credentials, baseUrl }: EnteredAccount) => {
      const body = { credentials, base_url: baseUrl };
      return connection
        ? connectionsChange({ path: { id: connection.id }, body })
        : connectionsCreate({
            body: { connector: connector.key, base_url: baseUrl, credentials: givenOf(credentials) },
          });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone();
    },
  });
}

const givenOf = (credentials: EnteredAccount['credentials']): Record<string, string> =>
  Object.fromEntries(Object.entries(credentials).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
