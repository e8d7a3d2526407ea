import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import SearchIcon from 'lucide-react/icons/search';
import { useTranslation } from 'react-i18next';
import { NO_PERIOD, type Period } from '../format/period.js';
import { useTemplates } from '../matrix/use-templates.js';
import { PeriodField } from '../parts/PeriodField.js';
import { recipesQuery } from './queries.js';
import { RUN_STATUSES, readRunFilter, type RunFilter } from './run-filter.js';
import classes from './RunFilters.module.css';
import { useRecipeName } from './use-recipe-name.js';

interface RunFiltersProps {
  filter: RunFilter;
  onChange: (filter: RunFilter) => void;
}

/** What is shown, chosen. */
export function RunFilters({ filter, onChange }: RunFiltersProps) {
  const { t } = useTranslation();
  const nameOf = useRecipeName();
  const recipes = useQuery(recipesQuery);
  const templates = useTemplates();
  const set = (key: Exclude<keyof RunFilter, keyof Period>, value: string | null): void => {
    onChange(readRunFilter({ ...filter, [key]: value ?? undefined }));
  };
  const choice = (key: 'status' | 'recipe' | 'template', options: { value: string; label: string }[]) => (
    <Select
      aria-label={t(`runs.filter.${key}`)}
      placeholder={t(`runs.filter.${key}`)}
      data={withChosen(options, filter[key])}
      value={filter[key] ?? null}
      onChange={(value) => {
        set(key, value);
      }}
      searchable={options.length > 8}
      clearable
      clearButtonProps={{
        'aria-label': t('runs.filter.clearOne', { name: t(`runs.filter.${key}`) }),
        'aria-hidden': false, // it is reached by keyboard
        tabIndex: 0,
      }}
      nothingFoundMessage={t('common.nothingFound')}
    />
  );
  return (
    <div className={classes.filters} role="search" aria-label={t('runs.filter.label')}>
      <WordInput key={`text-${filter.text ?? ''}`} name="text" value={filter.text} onCommit={set} />
      {choice(
        'status',
        RUN_STATUSES.map((status) => ({ value: status, label: t(`runs.status.${status}`) })),
      )}
      {choice('recipe', recipes.data?.items.map((recipe) => ({ value: recipe.key, label: nameOf(recipe) })) ?? [])}
      {choice('template', templates.data?.map(({ id, name }) => ({ value: id, label: name })) ?? [])}
      <WordInput key={`deal-${filter.deal ?? ''}`} name="deal" value={filter.deal} onCommit={set} />
      <WordInput key={`document-${filter.document ?? ''}`} name="document" value={filter.document} onCommit={set} />
      <PeriodField
        className={classes.period}
        period={filter}
        onChange={(period) => {
          onChange(readRunFilter({ ...filter, ...NO_PERIOD, ...period }));
        }}
      />
    </div>
  );
}

/** What stands in the address is offered, even where it is no longer known. */
const withChosen = (options: { value: string; label: string }[], chosen: string | undefined) =>
  chosen === undefined || options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }];

interface WordInputProps {
  name: 'deal' | 'document' | 'text';
  value: string | undefined;
  onCommit: (name: WordInputProps['name'], value: string) => void;
}

/** Counts when it is left or when Enter is pressed, not with each letter. */
function WordInput({ name, value, onCommit }: WordInputProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      aria-label={t(`runs.filter.${name}`)}
      placeholder={t(`runs.filter.${name}`)}
      leftSection={name === 'text' && <SearchIcon size={16} aria-hidden />}
      defaultValue={value}
      onBlur={({ currentTarget }) => {
        if (currentTarget.value.trim() !== (value ?? '')) onCommit(name, currentTarget.value);
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') onCommit(name, currentTarget.value);
      }}
    />
  );
}
