import { useMutation, useQueryClient } from '@tanstack/react-query';
import { connectionsTest, connectionsWebhook, webhookHealthTest } from '../api/generated/sdk.gen.js';
import type { ConnectionTest, WebhookTrial } from '../api/generated/types.gen.js';
import { webhookQuery } from './queries.js';

export interface SentTest {
  account: ConnectionTest;
  /** undefined: there is nothing to sign a delivery with, or the account does not work. */
  webhook: WebhookTrial | Error | undefined;
}

/**
 * Asks the remote who we are (the connection is paused or resumed by what it says), then delivers a signed webhook to our
 * own public address.
 */
export function useTestConnection(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<SentTest> => {
      const account = await connectionsTest({ path: { id } });
      if (!account.works) return { account, webhook: undefined };
      const health = await queryClient.query(webhookQuery(id)).catch(() => undefined);
      return { account, webhook: health?.has_secret === true ? await tryWebhook(id) : undefined };
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['connections'] }),
  });
}

/** That it could not be tried says nothing of the account. */
async function tryWebhook(id: string): Promise<WebhookTrial | Error> {
  try {
    return await webhookHealthTest({ path: { id } });
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

/** Subscribes to the remote's webhooks again; trouble is told in the connection's `status_reason`. */
export function useSubscribeAgain(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => connectionsWebhook({ path: { id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['connections'] }),
  });
}
