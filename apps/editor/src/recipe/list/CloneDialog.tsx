import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { recipesClone, recipesSaveDraft } from '../../api/generated/sdk.gen.js';
import { FailureNotice } from '../../parts/FailureNotice.js';
import { useRecipeName } from '../../runs/use-recipe-name.js';
import { useSaid } from '../../texts/use-said.js';
import { readRecipe, recipesQuery } from '../edit/queries.js';
import { inLanguage } from '../model/in-language.js';
import { keyFor } from './recipe-key.js';

interface Original {
  key: string;
  name: string;
}

/** Copies a recipe to vary it, and opens the copy. */
export function CloneDialog({ original, onClose }: { original: Original | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={original !== undefined}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('recipe.clone.title')}
    >
      {original && <CloneForm original={original} onClose={onClose} />}
    </Modal>
  );
}

function CloneForm({ original, onClose }: { original: Original; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const said = useSaid();
  const recipeName = useRecipeName();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data } = useQuery(recipesQuery);
  const [name, setName] = useState(t('recipe.clone.name', { name: recipeName(original) }));
  const key = keyFor(name, new Set(data?.items.map((recipe) => recipe.key)));
  const clone = useMutation({
    mutationFn: async () => {
      const made = await recipesClone({ path: { key: original.key }, body: { key, name: name.trim() } });
      const isOurs = data?.items.some((recipe) => recipe.key === original.key && recipe.built_in) ?? false;
      if (!isOurs || i18n.language === 'en') return made;
      // What we say in English is from now on theirs, in their language.
      const recipe = { ...inLanguage(readRecipe(made).draft, said), name: made.name };
      return recipesSaveDraft({ path: { key }, body: { revision: made.draft_revision, recipe } });
    },
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: ['recipes'] });
      onClose();
      await navigate({ to: '/recipes/$key', params: { key: made.key } });
    },
  });
  return (
    <form
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        clone.mutate();
      }}
    >
      <Stack gap="md">
        <Text c="dimmed">{t('recipe.clone.about')}</Text>
        <TextInput
          data-autofocus
          label={t('recipe.about.name')}
          description={<span className="mono">{key}</span>}
          maxLength={120}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        {clone.isError && <FailureNotice error={clone.error} title={t('recipe.clone.failed')} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={clone.isPending} disabled={name.trim() === ''}>
            {t('recipe.clone.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
