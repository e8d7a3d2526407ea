import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { canonicalize } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../format/Ago.js';
import { downloadText } from '../list/download-text.js';
import { FailureNotice } from '../../parts/FailureNotice.js';
import type { Connectors } from '../model/connectors.js';
import { Differences } from '../versions/Differences.js';
import type { OtherDraft } from './use-save.js';

interface ConflictDialogProps {
  conflict: OtherDraft | undefined;
  connectors: Connectors;
  /** Why mine could not be kept as a copy. */
  error: Error | null;
  onBoth: (conflict: OtherDraft) => void;
  onTheirs: (conflict: OtherDraft) => void;
  onOurs: (conflict: OtherDraft) => void;
  onLater: () => void;
}

/** Two people edited one recipe: what differs, and nobody's work is lost. */
export function ConflictDialog({
  conflict,
  connectors,
  error,
  onBoth,
  onTheirs,
  onOurs,
  onLater,
}: ConflictDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={onLater}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('recipe.conflict.title')}
    >
      {conflict && (
        <Stack gap="md">
          <Text>
            {t('recipe.conflict.about')} <Ago instant={conflict.theirs.updated_at} />
          </Text>
          <Differences before={conflict.theirs.draft} after={conflict.ours} connectors={connectors} />
          {error && <FailureNotice error={error} title={t('recipe.conflict.notKept')} />}
          <Group justify="flex-end" gap="xs">
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                downloadText(`${conflict.ours.key}-mine.json`, canonicalize(conflict.ours));
              }}
            >
              {t('recipe.conflict.download')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                onTheirs(conflict);
              }}
            >
              {t('recipe.conflict.theirs')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                onOurs(conflict);
              }}
            >
              {t('recipe.conflict.ours')}
            </Button>
            <Button
              onClick={() => {
                onBoth(conflict);
              }}
            >
              {t('recipe.conflict.both')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
