import { Stack, Text } from '@mantine/core';
import type { Recipe } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { JsonView } from '../../json/JsonView.js';
import { ConditionBuilder } from '../condition/ConditionBuilder.js';
import { useEdit } from '../edit/edit-context.js';
import { TriggerSelect } from './TriggerSelect.js';

/** What wakes the recipe, and under which condition. */
export function TriggerForm({ onChange }: { onChange: (trigger: Recipe['trigger'], field: string) => void }) {
  const { t } = useTranslation();
  const { recipe } = useEdit();
  const { trigger } = recipe;
  if (trigger.kind === 'call') {
    return (
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('recipe.trigger.callAbout')}
        </Text>
        <JsonView label={t('recipe.trigger.callInput')} value={trigger.input} />
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('recipe.trigger.about')}
      </Text>
      <TriggerSelect
        connector={trigger.connector}
        trigger={trigger.trigger}
        onChange={(connector, key) => {
          onChange({ ...trigger, connector, trigger: key }, 'trigger');
        }}
      />
      <ConditionBuilder
        label={t('recipe.trigger.condition')}
        value={trigger.condition ?? true}
        pointer="/trigger/condition"
        onChange={(condition) => {
          const { condition: _was, ...rest } = trigger;
          onChange(condition === true ? rest : { ...rest, condition }, 'condition');
        }}
      />
    </Stack>
  );
}
