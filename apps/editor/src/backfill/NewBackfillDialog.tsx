import { Button, Checkbox, Group, Modal, MultiSelect, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { backfillsCreate } from '../api/generated/sdk.gen.js';
import { useTemplates } from '../matrix/use-templates.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { recipesQuery } from '../runs/queries.js';
import { useRecipeName } from '../runs/use-recipe-name.js';
import { backfillsQuery, withBackfill } from './queries.js';
import { lackingIn, nothingChosen, toSelection, type Choice } from './selection.js';
import { useStatusNames } from './use-status-names.js';

/** Chooses recipes and documents; the next thing that happens is that they are counted. */
export function NewBackfillDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [choice, setChoice] = useState<Choice>(nothingChosen);
  const [wasTried, setWasTried] = useState(false);
  const lacking = lackingIn(choice);
  const create = useMutation({
    mutationFn: () => backfillsCreate({ body: { recipes: choice.recipes, selection: toSelection(choice) } }),
    onSuccess: (created) => {
      queryClient.setQueryData(backfillsQuery.queryKey, (list) => withBackfill(list, created));
      onClose();
    },
  });
  const set = (change: Partial<Choice>): void => {
    setChoice({ ...choice, ...change });
  };
  const problem = (what: (typeof lacking)[number]) =>
    wasTried && lacking.includes(what) ? t(`backfill.lacking.${what}`) : undefined;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('backfill.form.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setWasTried(true);
          if (lacking.length === 0) create.mutate();
        }}
      >
        <Stack gap="md">
          <RecipeChoices
            chosen={choice.recipes}
            problem={problem('recipes')}
            onChange={(recipes) => {
              set({ recipes });
            }}
          />
          <DocumentChoices choice={choice} problem={problem('statuses')} onChange={set} />
          <Group gap="md" align="flex-start" grow>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="date"
                label={t(`backfill.form.${end}`)}
                value={choice[end]}
                error={end === 'to' ? problem('period') : undefined}
                onChange={({ currentTarget: { value } }) => {
                  set({ [end]: value });
                }}
              />
            ))}
          </Group>
          <Text c="dimmed" size="sm">
            {t('backfill.form.hint')}
          </Text>
          {create.isError && <FailureNotice error={create.error} title={t('backfill.form.failed')} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('backfill.form.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface RecipeChoicesProps {
  chosen: string[];
  problem: string | undefined;
  onChange: (recipes: string[]) => void;
}

function RecipeChoices({ chosen, problem, onChange }: RecipeChoicesProps) {
  const { t } = useTranslation();
  const nameOf = useRecipeName();
  const recipes = useQuery(recipesQuery);
  if (recipes.isPending) return <Skeleton height={120} />;
  if (recipes.isLoadingError)
    return <FailureNotice error={recipes.error} title={t('backfill.form.recipesNotLoaded')} />;
  const offered = recipes.data.items.filter(
    (recipe) => recipe.offer === 'template' && recipe.published_version !== null,
  );
  return (
    <Checkbox.Group
      label={t('backfill.form.recipes')}
      description={t('backfill.form.recipesHelp')}
      error={problem}
      value={chosen}
      onChange={onChange}
    >
      <Stack gap={8} mt={8}>
        {offered.map((recipe) => (
          <Checkbox key={recipe.key} value={recipe.key} label={nameOf(recipe)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

interface DocumentChoicesProps {
  choice: Choice;
  problem: string | undefined;
  onChange: (change: Partial<Choice>) => void;
}

function DocumentChoices({ choice, problem, onChange }: DocumentChoicesProps) {
  const { t } = useTranslation();
  const templates = useTemplates();
  const { choices, nameOf } = useStatusNames();
  const known = new Set(choices.items.map(({ value }) => value));
  const unknown = choice.statuses.filter((status) => !known.has(status));
  return (
    <>
      <MultiSelect
        label={t('backfill.form.templates')}
        placeholder={choice.templates.length === 0 ? t('backfill.anyTemplate') : ''}
        data={templates.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={choice.templates}
        searchable
        nothingFoundMessage={t('common.nothingFound')}
        onChange={(chosen) => {
          onChange({ templates: chosen });
        }}
      />
      <MultiSelect
        label={t('backfill.form.statuses')}
        error={problem}
        data={[...choices.items, ...unknown.map((status) => ({ value: status, label: nameOf(status) }))]}
        value={choice.statuses}
        searchable
        nothingFoundMessage={t('common.nothingFound')}
        onChange={(statuses) => {
          onChange({ statuses });
        }}
      />
    </>
  );
}
