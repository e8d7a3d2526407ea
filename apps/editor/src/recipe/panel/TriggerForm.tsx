import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { Recipe } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder } from '../condition/ConditionBuilder.js';
import { useEdit } from '../edit/edit-context.js';
import { CallTriggerForm } from './CallTriggerForm.js';
import { TriggerSelect } from './TriggerSelect.js';

const KINDS = ['event', 'call'] as const;
const NEW: Readonly<Record<(typeof KINDS)[number], Recipe['trigger']>> = {
  event: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
  call: { kind: 'call', input: {} },
};

interface TriggerFormProps {
  onChange: (recipe: Recipe, field: string) => void;
}

/** What wakes the recipe: an event, under which condition; or another recipe, with what. */
export function TriggerForm({ onChange }: TriggerFormProps) {
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  const { trigger } = recipe;
  return (
    <Stack gap="md">
      <SegmentedControl
        readOnly={isReadOnly}
        aria-label={t('recipe.trigger.by')}
        value={trigger.kind}
        data={KINDS.map((value) => ({ value, label: t(`recipe.trigger.kinds.${value}`) }))}
        onChange={(kind) => {
          if (kind !== trigger.kind) onChange({ ...recipe, trigger: NEW[kind] }, 'trigger kind');
        }}
      />
      <Text size="sm" c="dimmed">
        {t(trigger.kind === 'call' ? 'recipe.trigger.callWhen' : 'recipe.trigger.about')}
      </Text>
      {trigger.kind === 'call' ? (
        <CallTriggerForm trigger={trigger} onChange={onChange} />
      ) : (
        <EventForm
          trigger={trigger}
          onChange={(next, field) => {
            onChange({ ...recipe, trigger: next }, field);
          }}
        />
      )}
    </Stack>
  );
}

type EventTrigger = Extract<Recipe['trigger'], { kind: 'event' }>;

interface EventFormProps {
  trigger: EventTrigger;
  onChange: (trigger: EventTrigger, field: string) => void;
}

function EventForm({ trigger, onChange }: EventFormProps) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}
