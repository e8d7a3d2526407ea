import { Button, CloseButton, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import FilesIcon from 'lucide-react/icons/files';
import SearchIcon from 'lucide-react/icons/search';
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../api/failure.js';
import type { Automation, RecipeSummary } from '../api/generated/types.gen.js';
import { connectionsQuery, connectorsQuery } from '../connections/queries.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import { recipesQuery } from '../runs/queries.js';
import { columnsOf, defaultCellOf, rowsOf, searched, type Cell, type TemplateRow } from './matrix.js';
import { MatrixGrid } from './MatrixGrid.js';
import { automationsQuery } from './queries.js';
import { useSearchWords } from './use-search-words.js';
import { useTemplates } from './use-templates.js';

/** Forms and previews are loaded when a cell is opened for the first time. */
const AutomationDrawer = lazy(async () => ({ default: (await import('./AutomationDrawer.js')).AutomationDrawer }));

/** What is switched on for which template. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const templates = useTemplates();
  const recipes = useQuery(recipesQuery);
  const automations = useQuery(automationsQuery);
  const failed = [templates, recipes, automations].find(({ isError, data }) => isError && data === undefined);
  const refusal = failed?.error instanceof Failure && failed.error.status === 409 ? failed.error.message : undefined;
  const isNotConnected = refusal !== undefined || templates.isConnected === false;
  const isLoaded = !isNotConnected && templates.data && recipes.data && automations.data;
  return (
    <>
      <PageHead title={t('matrix.title')} lead={t('matrix.lead')} />
      {isLoaded && <Loaded templates={templates.data} recipes={recipes.data.items} choices={automations.data.items} />}
      {!isLoaded && !failed && !isNotConnected && <Skeleton height={360} radius="lg" />}
      {isNotConnected && <NotConnected reason={refusal ?? t('matrix.notConnectedText')} />}
      {failed?.error && !isNotConnected && (
        <FailureNotice
          error={failed.error}
          title={t('matrix.notLoaded')}
          onRetry={() => void Promise.all([templates.refetch(), recipes.refetch(), automations.refetch()])}
        />
      )}
    </>
  );
}

interface LoadedProps {
  templates: readonly TemplateRow[];
  recipes: readonly RecipeSummary[];
  choices: readonly Automation[];
}

function Loaded({ templates, recipes, choices }: LoadedProps) {
  const { t } = useTranslation();
  const { search, setSearch } = useSearchWords();
  const [opened, setOpened] = useState<Cell>();
  const [hasOpened, setHasOpened] = useState(false);
  const open = useCallback((cell: Cell): void => {
    setOpened(cell);
    setHasOpened(true);
  }, []);
  const columns = useMemo(() => columnsOf(recipes, templates), [recipes, templates]);
  const defaults = useMemo(() => columns.map(({ key }) => defaultCellOf(choices, key)), [columns, choices]);
  const rows = useMemo(() => rowsOf(templates, columns), [templates, columns]);
  // Typing goes on while hundreds of rows are drawn.
  const wanted = useDeferredValue(search);
  const shown = useMemo(() => searched(rows, wanted), [rows, wanted]);
  const trouble = useTrouble();
  const column = columns.find(({ key }) => key === opened?.recipe);
  return (
    <Stack gap="md">
      <Group gap="md" role="search">
        <TextInput
          aria-label={t('matrix.search')}
          placeholder={t('matrix.search')}
          leftSection={<SearchIcon size={15} aria-hidden />}
          rightSection={
            search !== '' && (
              <CloseButton
                size="sm"
                aria-label={t('matrix.clearSearch')}
                onClick={() => {
                  setSearch('');
                }}
              />
            )
          }
          w={280}
          value={search}
          onChange={({ currentTarget: { value } }) => {
            setSearch(value);
          }}
        />
        <Text c="dimmed" size="sm" role="status">
          {t('matrix.count', { count: shown.length })}
        </Text>
      </Group>
      <Panel flush>
        <MatrixGrid columns={columns} defaults={defaults} rows={shown} trouble={trouble} onOpen={open} />
        {shown.length === 0 && (
          <Empty
            icon={FilesIcon}
            title={t(templates.length === 0 ? 'matrix.none.title' : 'matrix.none.searched')}
            text={t(templates.length === 0 ? 'matrix.none.text' : 'matrix.none.searchedText')}
          />
        )}
      </Panel>
      <Suspense>
        {hasOpened && (
          <AutomationDrawer
            cell={opened}
            column={column}
            inherited={defaults.find(({ recipe }) => recipe === opened?.recipe)}
            templateName={templates.find(({ id }) => id === opened?.templateId)?.name}
            onClose={() => {
              setOpened(undefined);
            }}
          />
        )}
      </Suspense>
    </Stack>
  );
}

/** Automations read and write both systems: they rest while one is not connected. */
function useTrouble(): string | undefined {
  const { t } = useTranslation();
  const connectors = useQuery(connectorsQuery);
  const connections = useQuery(connectionsQuery);
  if (!connectors.data || !connections.data) return undefined;
  const resting = connectors.data.items.find(
    ({ key }) => !connections.data.items.some(({ connector, status }) => connector === key && status === 'connected'),
  );
  return resting && t('matrix.resting', { name: resting.title });
}

function NotConnected({ reason }: { reason: string }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <Empty
        icon={FilesIcon}
        title={t('matrix.notConnected')}
        text={reason}
        action={
          <Button component={Link} to="/connections">
            {t('matrix.connect')}
          </Button>
        }
      />
    </Panel>
  );
}
