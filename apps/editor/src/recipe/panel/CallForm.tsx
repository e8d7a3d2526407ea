import { Select, Stack, Text } from '@mantine/core';
import type { Call } from '@tandem/recipes';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../parts/FailureNotice.js';
import { capital, readable } from '../../texts/key-names.js';
import { useServerText } from '../../texts/use-server-text.js';
import { useEdit, useIssueAt } from '../edit/edit-context.js';
import { callableQuery } from '../edit/queries.js';
import { plainField } from '../model/schema-field.js';
import { ValueField } from '../value/ValueField.js';
import type { StepFormProps } from './step-forms.js';
import { withInput } from '../model/with-input.js';

/** Which recipe is called, and a field for everything that it takes. */
export function CallForm({ step, pointer, onChange }: StepFormProps<Call>) {
  const { t } = useTranslation();
  const serverText = useServerText();
  const { recipe, isReadOnly } = useEdit();
  const callable = useQuery(callableQuery);
  const issue = useIssueAt(`${pointer}/recipe`);
  const offered = (callable.data?.items ?? []).filter(({ key }) => key !== recipe.key);
  const callee = offered.find(({ key }) => key === step.recipe);
  const fields = Object.entries(callee?.input ?? {}).sort(
    ([, one], [, other]) => Number(other.required ?? false) - Number(one.required ?? false),
  );
  const strangers = Object.keys(step.input).filter((key) => callee?.input[key] === undefined);
  const choices = offered.map(({ key, name }) => ({ value: key, label: serverText(['recipes', key, 'name'], name) }));
  const isUnknown = step.recipe !== '' && callee === undefined;
  return (
    <Stack gap="md">
      <Select
        label={t('recipe.setup.calls')}
        description={t('recipe.setup.callsAbout')}
        placeholder={t('recipe.setup.callsHint')}
        nothingFoundMessage={t('common.nothingFound')}
        readOnly={isReadOnly}
        searchable
        value={step.recipe === '' ? null : step.recipe}
        data={isUnknown ? [...choices, { value: step.recipe, label: step.recipe }] : choices}
        error={issue?.message}
        data-pointer={`${pointer}/recipe`}
        onChange={(key) => {
          onChange({ ...step, recipe: key ?? '' }, 'recipe');
        }}
      />
      {callable.isError && (
        <FailureNotice
          error={callable.error}
          title={t('recipe.setup.callsNotLoaded')}
          onRetry={() => void callable.refetch()}
        />
      )}
      {callable.data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('recipe.setup.callsNone')}
        </Text>
      )}
      {callee && fields.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('recipe.setup.callsNothing')}
        </Text>
      )}
      {[...fields, ...strangers.map((key) => [key, undefined] as const)].map(([key, input]) => (
        <ValueField
          key={key}
          label={input ? capital(readable(key)) : key}
          isRequired={input?.required ?? false}
          field={plainField(input?.type ?? 'any')}
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
