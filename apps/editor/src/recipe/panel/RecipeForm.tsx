import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { Recipe } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { SettingsBuilder } from '../settings/SettingsBuilder.js';

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
      <SettingsBuilder onChange={onChange} />
    </Stack>
  );
}
