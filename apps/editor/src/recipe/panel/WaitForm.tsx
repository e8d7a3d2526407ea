import { NumberInput, SegmentedControl, Stack } from '@mantine/core';
import type { Wait } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder } from '../condition/ConditionBuilder.js';
import { useEdit } from '../edit/edit-context.js';
import { plainField } from '../model/schema-field.js';
import { ValueField } from '../value/ValueField.js';
import type { StepFormProps } from './step-forms.js';
import { TriggerSelect } from './TriggerSelect.js';

const WAITS = ['seconds', 'until', 'event'] as const;

export function WaitForm({ step, pointer, onChange }: StepFormProps<Wait>) {
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  const put = (awaited: Wait['for'], field: string): void => {
    onChange({ ...step, for: awaited }, field);
  };
  return (
    <Stack gap="md">
      <SegmentedControl
        readOnly={isReadOnly}
        aria-label={t('recipe.setup.waitFor')}
        value={step.for.kind}
        data={WAITS.map((value) => ({ value, label: t(`recipe.setup.waits.${value}`) }))}
        onChange={(kind) => {
          if (kind !== step.for.kind) put(newWait(kind), 'kind');
        }}
      />
      <WaitFields awaited={step.for} pointer={`${pointer}/for`} onChange={put} />
    </Stack>
  );
}

const DAY = 86_400;

function newWait(kind: string): Wait['for'] {
  if (kind === 'until') return { kind: 'until', at: { date_add: [{ var: 'run.started_at' }, 1, 'days'] } };
  if (kind === 'event') {
    return { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed', deadline_seconds: 7 * DAY };
  }
  return { kind: 'seconds', seconds: 3600 };
}

interface WaitFieldsProps {
  awaited: Wait['for'];
  pointer: string;
  onChange: (awaited: Wait['for'], field: string) => void;
}

function WaitFields({ awaited, pointer, onChange }: WaitFieldsProps) {
  const { t } = useTranslation();
  switch (awaited.kind) {
    case 'seconds':
      return <ValueField label={t('recipe.setup.seconds')} isRequired field={plainField('number')} pointer={`${pointer}/seconds`} value={awaited.seconds} onChange={(seconds) => { onChange({ ...awaited, seconds: seconds ?? 0 }, 'seconds'); }} />; // prettier-ignore
    case 'until':
      return <ValueField label={t('recipe.setup.until')} about={t('recipe.setup.untilAbout')} isRequired field={plainField('text')} pointer={`${pointer}/at`} value={awaited.at} onChange={(at) => { onChange({ ...awaited, at: at ?? '' }, 'at'); }} />; // prettier-ignore
    case 'event':
      return <WaitForEvent awaited={awaited} pointer={pointer} onChange={onChange} />;
  }
}

type EventAwaited = Extract<Wait['for'], { kind: 'event' }>;

function WaitForEvent({ awaited, pointer, onChange }: WaitFieldsProps & { awaited: EventAwaited }) {
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  return (
    <>
      <TriggerSelect
        connector={awaited.connector}
        trigger={awaited.trigger}
        onChange={(connector, trigger) => {
          onChange({ ...awaited, connector, trigger }, 'trigger');
        }}
      />
      <ConditionBuilder
        label={t('recipe.setup.onlyWhen')}
        value={awaited.when ?? true}
        pointer={`${pointer}/when`}
        onChange={(when) => {
          const { when: _was, ...rest } = awaited;
          onChange(when === true ? rest : { ...rest, when }, 'when');
        }}
      />
      <NumberInput
        label={t('recipe.setup.deadline')}
        readOnly={isReadOnly || typeof awaited.deadline_seconds !== 'number'}
        min={0}
        value={typeof awaited.deadline_seconds === 'number' ? awaited.deadline_seconds / DAY : ''}
        onChange={(days) => {
          onChange({ ...awaited, deadline_seconds: Math.round(Number(days) * DAY) }, 'deadline');
        }}
      />
    </>
  );
}
