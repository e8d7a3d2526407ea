import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { recipesRemove } from '../../api/generated/sdk.gen.js';
import type { RecipeSummary } from '../../api/generated/types.gen.js';
import { FailureNotice } from '../../parts/FailureNotice.js';

/** Asks before a recipe goes with all its versions. One that is in use, or has runs, the server keeps. */
export function RemoveDialog({ recipe, onClose }: { recipe: RecipeSummary | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: (key: string) => recipesRemove({ path: { key } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['recipes'] });
      onClose();
    },
  });
  const close = (): void => {
    remove.reset();
    onClose();
  };
  return (
    <Modal
      opened={recipe !== undefined}
      onClose={close}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('recipe.remove.title', { name: recipe?.name ?? '' })}
    >
      <Stack gap="md">
        <Text>{t('recipe.remove.about')}</Text>
        {remove.isError && <FailureNotice error={remove.error} title={t('recipe.remove.failed')} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button
            color="brick"
            loading={remove.isPending}
            onClick={() => {
              if (recipe) remove.mutate(recipe.key);
            }}
          >
            {t('recipe.list.remove')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
