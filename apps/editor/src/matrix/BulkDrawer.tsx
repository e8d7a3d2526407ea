import { Button, Checkbox, Drawer, Group, Radio, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldProblems } from '../api/field-problems.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { recipeVersionQuery } from '../runs/queries.js';
import { blankPaths, type SettingValues } from '../settings/settings-form.js';
import { SettingsForm } from '../settings/SettingsForm.js';
import { useSaid } from '../texts/use-said.js';
import { useServerText } from '../texts/use-server-text.js';
import { cellsOf, deletingRecipes, sharedSettings, wantedOf, type BulkState } from './bulk.js';
import type { Cell, Column, Row } from './matrix.js';
import { RecentPreview } from './RecentPreview.js';
import { useChanges } from './use-changes.js';
import { settingsOf, withDefaults } from './with-defaults.js';

interface BulkDrawerProps {
  columns: readonly Column[];
  rows: readonly Row[];
  defaults: readonly Cell[];
  templateIds: readonly string[];
  /** Chosen beforehand. */
  recipes: readonly string[];
  onClose: () => void;
  /** It is done. */
  onDone: () => void;
}

/** Where automations are switched for many templates at once, with their settings filled in once. */
export function BulkDrawer(props: BulkDrawerProps) {
  const { t } = useTranslation();
  const { templateIds, onClose } = props;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('matrix.bulk.title', { count: templateIds.length })}
    >
      <BulkForm {...props} />
    </Drawer>
  );
}

function BulkForm({ columns, rows, defaults, templateIds, recipes, onClose, onDone }: BulkDrawerProps) {
  const { t } = useTranslation();
  const serverText = useServerText();
  const said = useSaid();
  const [chosen, setChosen] = useState<readonly string[]>(recipes);
  const [state, setState] = useState<BulkState>('on');
  const [filledIn, setFilledIn] = useState<Readonly<Record<string, SettingValues>>>({});
  const [isAsked, setAsked] = useState(false);
  const [seen, setSeen] = useState<Readonly<Record<string, SettingValues>>>({});
  const save = useChanges();
  const taken = columns.filter(({ key }) => chosen.includes(key));
  const versions = useQueries({ queries: taken.map(({ key, version }) => recipeVersionQuery(key, version)) });
  const cells = cellsOf(rows, templateIds, chosen);
  const forms = taken.map((column, index) => {
    const recipe = versions[index]?.data?.recipe;
    const settings = recipe && settingsOf(recipe, column.built_in ? said : undefined);
    const shared = sharedSettings(cells.filter((cell) => cell.recipe === column.key)) ?? {};
    return { column, settings, values: filledIn[column.key] ?? withDefaults(settings ?? [], shared) };
  });
  const wanted = wantedOf(cells, state, Object.fromEntries(forms.map(({ column, values }) => [column.key, values])));
  const inherited = (recipe: string) => {
    const settings = forms.find(({ column }) => column.key === recipe)?.settings ?? [];
    const cell = defaults.find((one) => one.recipe === recipe);
    return { enabled: cell?.enabled ?? false, settings: withDefaults(settings, cell?.settings ?? {}) };
  };
  const deleting = deletingRecipes(cells, wanted, inherited);
  const shownFor = (key: string, values: SettingValues) => (state === 'inherit' ? inherited(key).settings : values);
  const unseen = deleting.filter((key) => !seen[key] || JSON.stringify(seen[key]) !== JSON.stringify(settingsFor(key)));
  function settingsFor(key: string): SettingValues {
    return shownFor(key, forms.find(({ column }) => column.key === key)?.values ?? {});
  }
  const isLoading = forms.some(({ settings }) => settings === undefined);
  const hasBlanks =
    state === 'on' && forms.some(({ settings, values }) => blankPaths(settings ?? [], values).length > 0);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (hasBlanks || isLoading || unseen.length > 0 || wanted.length === 0) return;
    save.mutate(wanted, { onSuccess: onDone });
  };
  const problemsOf = (key: string, settings: SettingsOf, values: SettingValues): Record<string, string> => {
    const index = wanted.findIndex(({ recipe }) => recipe === key);
    const blanks = isAsked ? blankPaths(settings, values) : [];
    return {
      ...fieldProblems(save.error, `/items/${index}/choice/settings`).at,
      ...Object.fromEntries(blanks.map((path) => [path, t('settings.required')])),
    };
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <Checkbox.Group label={t('matrix.bulk.automations')} value={[...chosen]} onChange={setChosen}>
          <Stack gap={8} mt={8}>
            {columns.map(({ key, name }) => (
              <Checkbox key={key} value={key} label={serverText(['recipes', key, 'name'], name)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Radio.Group
          label={t('matrix.bulk.state')}
          value={state}
          onChange={(value) => {
            setState(value === 'inherit' ? 'inherit' : value === 'on' ? 'on' : 'off');
          }}
        >
          <Stack gap={8} mt={8}>
            <Radio value="on" label={t('matrix.on')} />
            <Radio value="off" label={t('matrix.off')} />
            <Radio value="inherit" label={t('matrix.fromDefault')} />
          </Stack>
        </Radio.Group>
        {forms.map(({ column, settings, values }) => (
          <Stack key={column.key} gap="sm">
            {state === 'on' && settings === undefined && <Skeleton height={120} />}
            {state === 'on' && settings !== undefined && settings.length > 0 && (
              <>
                <Title order={3} size="h5">
                  {serverText(['recipes', column.key, 'name'], column.name)}
                </Title>
                <SettingsForm
                  recipe={column.key}
                  settings={settings}
                  values={values}
                  problems={problemsOf(column.key, settings, values)}
                  onChange={(next) => {
                    setFilledIn({ ...filledIn, [column.key]: next });
                  }}
                />
              </>
            )}
            {deleting.includes(column.key) && (
              <RecentPreview
                recipe={column}
                templateIds={templateIds}
                settings={settingsFor(column.key)}
                isRequired
                onSeen={() => {
                  setSeen({ ...seen, [column.key]: settingsFor(column.key) });
                }}
              />
            )}
          </Stack>
        ))}
        {save.isError && <FailureNotice error={save.error} title={t('matrix.notSaved')} />}
        <Text c="dimmed" size="sm" role="status">
          {t('matrix.bulk.count', { count: wanted.length })}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={wanted.length === 0 || isLoading || unseen.length > 0}
          >
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type SettingsOf = ReturnType<typeof settingsOf>;
