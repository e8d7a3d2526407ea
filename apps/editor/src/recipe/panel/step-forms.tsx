import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { Action, ForEach, If, Recipe, Step, Stop } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { capital, readable } from '../../texts/key-names.js';
import { useKeyNames } from '../../texts/use-key-names.js';
import { useSaid } from '../../texts/use-said.js';
import { useServerText } from '../../texts/use-server-text.js';
import { ConditionBuilder } from '../condition/ConditionBuilder.js';
import { useEdit } from '../edit/edit-context.js';
import { addBranch, MAX_BRANCHES, removeBranch } from '../model/commands.js';
import { actionOf } from '../model/connectors.js';
import { plainField, readField } from '../model/schema-field.js';
import { AddButton } from '../value/AddButton.js';
import { ValueField } from '../value/ValueField.js';
import { withInput } from '../model/with-input.js';

export interface StepFormProps<Kind> {
  step: Kind;
  /** JSON pointer of the step. */
  pointer: string;
  onChange: (step: Step, field: string) => void;
}

/** What an action takes, as the connector describes it. */
export function ActionForm({ step, pointer, onChange }: StepFormProps<Action>) {
  const { t } = useTranslation();
  const serverText = useServerText();
  const said = useSaid();
  const say = useKeyNames();
  const { connectors } = useEdit();
  const action = actionOf(connectors, step.connector, step.action);
  if (!action) return <Text c="error">{t('recipe.setup.unknownAction', { name: step.action })}</Text>;
  const fields = readField(action.input).members;
  const strangers = Object.keys(step.input).filter((key) => !fields.has(key));
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {serverText(['actionsAbout', step.connector, step.action], action.description)}
      </Text>
      {[...fields].map(([key, field]) => (
        <ValueField
          key={key}
          label={capital(say.key(key))}
          about={
            field.title === undefined || field.title.toLowerCase() === readable(key) ? undefined : said(field.title)
          }
          isRequired={field.required}
          field={field}
          pointer={`${pointer}/input/${key}`}
          value={step.input[key]}
          connector={step.connector}
          inputs={step.input}
          onChange={(value, part = '') => {
            onChange({ ...step, input: withInput(step.input, key, value) }, key + part);
          }}
        />
      ))}
      {strangers.map((key) => (
        <ValueField
          key={key}
          label={key}
          field={plainField('any')}
          pointer={`${pointer}/input/${key}`}
          value={step.input[key]}
          onChange={(value, part = '') => {
            onChange({ ...step, input: withInput(step.input, key, value) }, key + part);
          }}
        />
      ))}
    </Stack>
  );
}

type IfFormProps = StepFormProps<If> & { onRecipe: (change: (recipe: Recipe, id: string) => Recipe) => void };

/** A condition for each way; the first that holds is taken. */
export function IfForm({ step, pointer, onChange, onRecipe }: IfFormProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('recipe.setup.if')}
      </Text>
      {step.branches.map((branch, index) => {
        const put = (next: If['branches'][number], field: string): void => {
          onChange({ ...step, branches: step.branches.with(index, next) }, `${field}${index}`);
        };
        return (
          <Stack key={index} gap={6}>
            <TextInput
              size="xs"
              label={t('recipe.setup.wayTitle', { number: index + 1 })}
              placeholder={t('recipe.setup.wayTitleHint')}
              readOnly={isReadOnly}
              value={branch.title ?? ''}
              maxLength={200}
              onChange={(event) => {
                const { title: _was, ...rest } = branch;
                const title = event.currentTarget.value;
                put(title === '' ? rest : { ...rest, title }, 'way');
              }}
            />
            <ConditionBuilder
              label={t('recipe.setup.takenWhen')}
              isAsked
              value={branch.when}
              pointer={`${pointer}/branches/${index}/when`}
              onChange={(when) => {
                put({ ...branch, when }, 'when');
              }}
            />
            {step.branches.length > 1 && !isReadOnly && (
              <Group justify="flex-end">
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="brick"
                  onClick={() => {
                    onRecipe((recipe, id) => removeBranch(recipe, id, index));
                  }}
                >
                  {t('recipe.setup.removeWay', { count: branch.steps.length })}
                </Button>
              </Group>
            )}
          </Stack>
        );
      })}
      {!isReadOnly && step.branches.length < MAX_BRANCHES && (
        <AddButton
          onAdd={() => {
            onRecipe(addBranch);
          }}
        >
          {t('recipe.setup.addWay')}
        </AddButton>
      )}
    </Stack>
  );
}

export function ForEachForm({ step, pointer, onChange }: StepFormProps<ForEach>) {
  const { t } = useTranslation();
  return (
    <ValueField
      label={t('recipe.setup.items')}
      about={t('recipe.setup.itemsAbout')}
      isRequired
      field={plainField('list')}
      pointer={`${pointer}/items`}
      value={step.items}
      onChange={(items) => {
        onChange({ ...step, items: items ?? [] }, 'items');
      }}
    />
  );
}

export function StopForm({ step, pointer, onChange }: StepFormProps<Stop>) {
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  return (
    <Stack gap="md">
      <SegmentedControl
        readOnly={isReadOnly}
        aria-label={t('recipe.setup.outcome')}
        value={step.outcome}
        data={(['succeeded', 'failed'] as const).map((value) => ({
          value,
          label: t(`recipe.setup.outcomes.${value}`),
        }))}
        onChange={(outcome) => {
          onChange({ ...step, outcome: outcome === 'failed' ? 'failed' : 'succeeded' }, 'outcome');
        }}
      />
      <ValueField
        label={t('recipe.setup.message')}
        about={t('recipe.setup.messageAbout')}
        isRequired
        field={plainField('text')}
        pointer={`${pointer}/message`}
        value={step.message}
        onChange={(message) => {
          onChange({ ...step, message: message ?? '' }, 'message');
        }}
      />
    </Stack>
  );
}
