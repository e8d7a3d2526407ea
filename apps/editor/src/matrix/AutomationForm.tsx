import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import type { Setting } from '@tandem/recipes';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldProblems } from '../api/field-problems.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { blankPaths, type SettingValues } from '../settings/settings-form.js';
import { SettingsForm } from '../settings/SettingsForm.js';
import { startsDeleting } from './deleting.js';
import type { Cell, Column } from './matrix.js';
import { ProblemList } from './ProblemList.js';
import { problemsLeft } from './problems-left.js';
import type { Problem } from './readiness.js';
import { RecentPreview } from './RecentPreview.js';
import { useChanges, type Wish } from './use-changes.js';
import { withDefaults } from './with-defaults.js';

interface AutomationFormProps {
  cell: Cell;
  inherited: Cell;
  recipe: Column;
  settings: readonly Setting[];
  /** What was missing with the settings as they are stored. */
  problems: readonly Problem[];
  onDone: () => void;
}

type State = 'inherit' | 'on' | 'off';

const stateOf = ({ from, enabled, templateId }: Cell): State =>
  from !== 'own' && templateId !== null ? 'inherit' : enabled ? 'on' : 'off';

/** On, off or as for all templates, and the settings that go with it. */
export function AutomationForm({ cell, inherited, recipe, settings, problems: lacks, onDone }: AutomationFormProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>(stateOf(cell));
  const [values, setValues] = useState<SettingValues>(withDefaults(settings, cell.settings));
  const [isAsked, setAsked] = useState(false);
  const [previewed, setPreviewed] = useState<SettingValues>();
  const save = useChanges();
  const wish: Wish =
    state === 'inherit' ? { kind: 'inherit' } : { kind: 'own', enabled: state === 'on', settings: values };
  const blanks = state === 'on' ? blankPaths(settings, values) : [];
  const refused = fieldProblems(save.error, '/items/0/choice/settings');
  const problems = {
    ...refused.at,
    ...(isAsked ? Object.fromEntries(blanks.map((path) => [path, t('settings.required')])) : {}),
  };
  const taken = { ...inherited, settings: withDefaults(settings, inherited.settings) };
  const mustPreview = startsDeleting(cell, wish, taken) && previewed !== values;

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (blanks.length > 0 || mustPreview) return;
    save.mutate([{ recipe: cell.recipe, templateId: cell.templateId, wish }], { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <StillMissing
          problems={problemsLeft(lacks, withDefaults(settings, cell.settings), values)}
          recipe={recipe.key}
        />
        <StateChoice cell={cell} inherited={inherited} state={state} onChange={setState} />
        {settings.length > 0 && (
          <SettingsForm
            recipe={recipe.key}
            settings={settings}
            values={state === 'inherit' ? taken.settings : values}
            problems={problems}
            disabled={state === 'inherit'}
            onChange={setValues}
          />
        )}
        {settings.length === 0 && (
          <Text c="dimmed" size="sm">
            {t('settings.none')}
          </Text>
        )}
        <RecentPreview
          recipe={recipe}
          templateIds={cell.templateId === null ? null : [cell.templateId]}
          settings={state === 'inherit' ? taken.settings : values}
          isRequired={mustPreview}
          onSeen={() => {
            setPreviewed(values);
          }}
        />
        {save.isError && <FailureNotice error={save.error} title={t('matrix.notSaved')} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={mustPreview}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function StillMissing({ problems, recipe }: { problems: readonly Problem[]; recipe: string }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Notice tone="attention" title={t('matrix.missing')}>
      <ProblemList problems={problems} recipe={recipe} />
    </Notice>
  );
}

interface StateChoiceProps {
  cell: Cell;
  inherited: Cell;
  state: State;
  onChange: (state: State) => void;
}

function StateChoice({ cell, inherited, state, onChange }: StateChoiceProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('matrix.state')}
      value={state}
      onChange={(value) => {
        onChange(value === 'inherit' ? 'inherit' : value === 'on' ? 'on' : 'off');
      }}
    >
      <Stack gap={8} mt={8}>
        <Radio value="on" label={t('matrix.on')} data-autofocus={state === 'on' || undefined} />
        <Radio value="off" label={t('matrix.off')} data-autofocus={state === 'off' || undefined} />
        {cell.templateId !== null && (
          <Radio
            value="inherit"
            data-autofocus={state === 'inherit' || undefined}
            label={t('matrix.inherit', { state: t(inherited.enabled ? 'matrix.on' : 'matrix.off') })}
          />
        )}
      </Stack>
    </Radio.Group>
  );
}
