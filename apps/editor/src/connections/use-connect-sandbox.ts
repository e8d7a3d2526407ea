import { useMutation, useQueryClient } from '@tanstack/react-query';
import { connectionsSandbox } from '../api/generated/sdk.gen.js';

/** Connects both accounts of the local sandbox in one step. */
export function useConnectSandbox() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => connectionsSandbox(),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
