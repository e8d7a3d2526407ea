import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { connectionsRemove } from '../api/generated/sdk.gen.js';
import type { Connection } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';

interface RemoveDialogProps {
  connection: Connection;
  /** Of the remote system. */
  title: string;
  onClose: () => void;
}

/** Disconnecting is asked twice; with its history only when a person ticks that, too. */
export function RemoveDialog({ connection, title, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [withHistory, setWithHistory] = useState(false);
  const remove = useMutation({
    mutationFn: () =>
      connectionsRemove({ path: { id: connection.id }, query: { with_history: withHistory ? 'true' : 'false' } }),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('connections.remove.title', { name: title })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <Text>{t('connections.remove.text')}</Text>
        <Checkbox
          color="brick"
          label={t('connections.remove.withHistory')}
          description={t('connections.remove.withHistoryHelp')}
          checked={withHistory}
          onChange={({ currentTarget: { checked } }) => {
            setWithHistory(checked);
          }}
        />
        {remove.isError && <FailureNotice error={remove.error} title={t('connections.remove.failed')} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            color="brick"
            loading={remove.isPending}
            onClick={() => {
              remove.mutate();
            }}
          >
            {t('connections.disconnect')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
