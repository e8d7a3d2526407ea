import { useMutation, useQueryClient } from '@tanstack/react-query';
import { connectionsTest, connectionsWebhook } from '../api/generated/sdk.gen.js';

/** Asks the remote who we are; the connection is paused or resumed by what it says. */
export function useTestConnection(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => connectionsTest({ path: { id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['connections'] }),
  });
}

/** Subscribes to the remote's webhooks again; trouble is told in the connection's `status_reason`. */
export function useSubscribeAgain(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => connectionsWebhook({ path: { id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['connections'] }),
  });
}
