import { Alert, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Setting, type Json, type Recipe } from '@tandem/recipes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { FormulaInput } from '../value/FormulaInput.js';

/** What the recipe is called, where it is switched on, and what is filled in there. */
export function RecipeForm({ onChange }: { onChange: (recipe: Recipe, field: string) => void }) {
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  return (
    <Stack gap="md">
      <TextInput
        label={t('recipe.about.name')}
        readOnly={isReadOnly}
        maxLength={120}
        value={recipe.name}
        error={recipe.name.trim() === '' ? t('recipe.about.nameMissing') : undefined}
        onChange={(event) => {
          onChange({ ...recipe, name: event.currentTarget.value }, 'name');
        }}
      />
      <Textarea
        label={t('recipe.about.description')}
        autosize
        minRows={2}
        maxLength={2000}
        readOnly={isReadOnly}
        value={recipe.description ?? ''}
        onChange={(event) => {
          const { description: _was, ...rest } = recipe;
          const description = event.currentTarget.value;
          onChange(description === '' ? rest : { ...rest, description }, 'description');
        }}
      />
      <Select
        label={t('recipe.about.offer')}
        readOnly={isReadOnly}
        allowDeselect={false}
        value={recipe.offer}
        data={(['template', 'everywhere'] as const).map((value) => ({
          value,
          label: t(`recipe.about.offers.${value}`),
        }))}
        onChange={(offer) => {
          onChange({ ...recipe, offer: offer === 'everywhere' ? 'everywhere' : 'template' }, 'offer');
        }}
      />
      <SettingsJson onChange={onChange} />
    </Stack>
  );
}

/** Settings as JSON; only what the schema takes goes into the recipe. */
function SettingsJson({ onChange }: { onChange: (recipe: Recipe, field: string) => void }) {
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const value: Json = JSON.parse(JSON.stringify(recipe.settings)) as Json; // a recipe is JSON
  return (
    <div data-pointer="/settings">
      <Text size="sm" fw={550}>
        {t('recipe.about.settings')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {t('recipe.about.settingsAbout')}
      </Text>
      <FormulaInput
        label={t('recipe.about.settings')}
        value={value}
        isReadOnly={isReadOnly}
        error={problem}
        onChange={(next) => {
          const parsed = Setting.array().max(50).safeParse(next);
          setProblem(parsed.error?.issues[0]?.message);
          if (parsed.success) onChange({ ...recipe, settings: parsed.data }, 'settings');
        }}
      />
      {problem !== undefined && (
        <Alert color="ochre" mt={6} p="xs">
          {t('recipe.about.settingsNotTaken')}
        </Alert>
      )}
    </div>
  );
}
