import { Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import FilesIcon from 'lucide-react/icons/files';
import { Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../api/lazily.js';
import { Failure } from '../api/failure.js';
import type { Automation, RecipeSummary } from '../api/generated/types.gen.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import { recipesQuery } from '../runs/queries.js';
import { useServerText } from '../texts/use-server-text.js';
import { BulkBar } from './BulkBar.js';
import { columnsOf, defaultCellOf, filtered, rowsOf, type Cell, type Folder, type TemplateRow } from './matrix.js';
import { MatrixGrid } from './MatrixGrid.js';
import { MatrixToolbar } from './MatrixToolbar.js';
import { automationsQuery, foldersQuery } from './queries.js';
import { NOTHING_SELECTED, selected, type Selection } from './selection.js';
import { useMatrixSearch } from './use-matrix-search.js';
import { useNotReady } from './use-not-ready.js';
import { useTemplates } from './use-templates.js';

/** Forms and previews are loaded when a cell is opened for the first time. */
const AutomationDrawer = lazily(async () => (await import('./AutomationDrawer.js')).AutomationDrawer);

const BulkDrawer = lazily(async () => (await import('./BulkDrawer.js')).BulkDrawer);

const NO_FOLDERS: readonly Folder[] = [];

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
  const { filter, change } = useMatrixSearch();
  const { opened, hasOpened, open, close } = useOpened();
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const [isBulk, setBulk] = useState(false);
  const folders = useQuery(foldersQuery).data?.items ?? NO_FOLDERS;
  const columns = useMemo(() => columnsOf(recipes, templates), [recipes, templates]);
  const defaults = useMemo(() => columns.map(({ key }) => defaultCellOf(choices, key)), [columns, choices]);
  const rows = useMemo(() => rowsOf(templates, columns, folders), [templates, columns, folders]);
  // Typing goes on while hundreds of rows are drawn.
  const wanted = useDeferredValue(filter);
  const notReady = useNotReady(rows, wanted.show === 'not_ready');
  const shown = useMemo(() => filtered(rows, wanted, ({ id }) => notReady.ids.has(id)), [rows, wanted, notReady]);
  const picked = selected(
    selection,
    shown.map(({ id }) => id),
  );
  const serverText = useServerText();
  const clear = (): void => {
    setSelection(NOTHING_SELECTED);
  };
  return (
    <Stack gap="md">
      <MatrixToolbar
        filter={filter}
        folders={folders}
        count={shown.length}
        unchecked={notReady.unchecked}
        onChange={change}
      />
      <Panel flush>
        <MatrixGrid
          columns={columns}
          defaults={defaults}
          rows={shown}
          selection={selection}
          onSelect={setSelection}
          onOpen={open}
        />
        {shown.length === 0 && notReady.unchecked === 0 && (
          <Empty
            icon={FilesIcon}
            title={t(templates.length === 0 ? 'matrix.none.title' : 'matrix.none.searched')}
            text={t(templates.length === 0 ? 'matrix.none.text' : 'matrix.none.searchedText')}
          />
        )}
      </Panel>
      {picked && (
        <BulkBar
          templates={picked.templateIds.length}
          automations={columns
            .filter(({ key }) => picked.recipes.includes(key))
            .map(({ key, name }) => serverText(['recipes', key, 'name'], name))}
          onClear={clear}
          onSwitch={() => {
            setBulk(true);
          }}
        />
      )}
      <Suspense>
        {isBulk && picked && (
          <BulkDrawer
            columns={columns}
            rows={shown}
            defaults={defaults}
            templateIds={picked.templateIds}
            recipes={picked.recipes}
            onClose={() => {
              setBulk(false);
            }}
            onDone={() => {
              setBulk(false);
              clear();
            }}
          />
        )}
        {hasOpened && (
          <AutomationDrawer
            cell={opened}
            column={columns.find(({ key }) => key === opened?.recipe)}
            inherited={defaults.find(({ recipe }) => recipe === opened?.recipe)}
            templateName={templates.find(({ id }) => id === opened?.templateId)?.name}
            onClose={close}
          />
        )}
      </Suspense>
    </Stack>
  );
}

/** The cell whose form is open. */
function useOpened() {
  const [opened, setOpened] = useState<Cell>();
  const [hasOpened, setHasOpened] = useState(false);
  const open = useCallback((cell: Cell): void => {
    setOpened(cell);
    setHasOpened(true);
  }, []);
  return {
    opened,
    hasOpened,
    open,
    close: () => {
      setOpened(undefined);
    },
  };
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
