import {
  Anchor,
  Badge,
  Button,
  FileButton,
  Menu,
  ActionIcon,
  Skeleton,
  Stack,
  Table,
  Text,
  VisuallyHidden,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import MoreIcon from 'lucide-react/icons/ellipsis';
import PlusIcon from 'lucide-react/icons/plus';
import UploadIcon from 'lucide-react/icons/upload';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recipeVersionsExport } from '../../api/generated/sdk.gen.js';
import type { RecipeSummary } from '../../api/generated/types.gen.js';
import { Ago } from '../../format/Ago.js';
import { FailureNotice } from '../../parts/FailureNotice.js';
import { PageHead } from '../../parts/PageHead.js';
import { Panel } from '../../parts/Panel.js';
import { useServerText } from '../../texts/use-server-text.js';
import { recipesQuery } from '../edit/queries.js';
import { CloneDialog } from './CloneDialog.js';
import { downloadText } from './download-text.js';
import { differsQuery } from './queries.js';
import { ImportFailure } from './ImportFailure.js';
import { RemoveDialog } from './RemoveDialog.js';
import { useImportRecipe, useNewRecipe } from './use-new-recipe.js';

/** All recipes: those that come with Tandem, and those that people have made. */
export function RecipesPage() {
  const { t } = useTranslation();
  const recipes = useQuery(recipesQuery);
  const [cloned, setCloned] = useState<RecipeSummary | undefined>(undefined);
  const [removed, setRemoved] = useState<RecipeSummary | undefined>(undefined);
  const imported = useImportRecipe();
  const created = useNewRecipe();
  const own = recipes.data?.items.filter((recipe) => !recipe.built_in) ?? [];
  const builtIn = recipes.data?.items.filter((recipe) => recipe.built_in) ?? [];
  return (
    <>
      <PageHead
        title={t('recipe.list.title')}
        lead={t('recipe.list.lead')}
        actions={
          <>
            <FileButton
              accept="application/json,.json"
              onChange={(file) => {
                if (file) imported.mutate(file);
              }}
            >
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  loading={imported.isPending}
                  leftSection={<UploadIcon size={16} aria-hidden />}
                >
                  {t('recipe.list.import')}
                </Button>
              )}
            </FileButton>
            <Button
              loading={created.isPending}
              leftSection={<PlusIcon size={16} aria-hidden />}
              onClick={() => {
                created.mutate();
              }}
            >
              {t('recipe.list.new')}
            </Button>
          </>
        }
      />
      <Stack gap="md">
        {recipes.isError && !recipes.data && (
          <FailureNotice
            error={recipes.error}
            title={t('recipe.list.notLoaded')}
            onRetry={() => void recipes.refetch()}
          />
        )}
        {imported.isError && <ImportFailure error={imported.error} />}
        {created.isError && <FailureNotice error={created.error} title={t('recipe.list.notCreated')} />}
        {!recipes.data && !recipes.isError && <Skeleton height={260} radius="lg" />}
        {recipes.data && (
          <>
            <Section
              id="own"
              title={t('recipe.list.own')}
              recipes={own}
              empty={t('recipe.list.ownEmpty')}
              onClone={setCloned}
              onRemove={setRemoved}
            />
            <Section
              id="built-in"
              title={t('recipe.list.builtIn')}
              recipes={builtIn}
              empty=""
              onClone={setCloned}
              onRemove={setRemoved}
            />
          </>
        )}
      </Stack>
      <CloneDialog
        original={cloned}
        onClose={() => {
          setCloned(undefined);
        }}
      />
      <RemoveDialog
        recipe={removed}
        onClose={() => {
          setRemoved(undefined);
        }}
      />
    </>
  );
}

interface SectionProps {
  id: string;
  title: string;
  recipes: readonly RecipeSummary[];
  empty: string;
  onClone: (recipe: RecipeSummary) => void;
  onRemove: (recipe: RecipeSummary) => void;
}

function Section({ id, title, recipes, empty, onClone, onRemove }: SectionProps) {
  const { t } = useTranslation();
  return (
    <Panel flush labelledBy={id}>
      <Text component="h2" id={id} fw={600} px="md" py="sm">
        {title}
      </Text>
      {recipes.length === 0 ? (
        <Text c="dimmed" px="md" pb="md">
          {empty}
        </Text>
      ) : (
        <Table verticalSpacing="sm" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('recipe.about.name')}</Table.Th>
              <Table.Th w={190}>{t('recipe.list.state')}</Table.Th>
              <Table.Th w={140}>{t('recipe.list.changed')}</Table.Th>
              <Table.Th w={56}>
                <VisuallyHidden>{t('recipe.list.actions')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {recipes.map((recipe) => (
              <Line key={recipe.key} recipe={recipe} onClone={onClone} onRemove={onRemove} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

type LineProps = { recipe: RecipeSummary } & Pick<SectionProps, 'onClone' | 'onRemove'>;

function Line({ recipe, onClone, onRemove }: LineProps) {
  const { t } = useTranslation();
  const serverText = useServerText();
  const name = serverText(['recipes', recipe.key, 'name'], recipe.name);
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor fw={550} renderRoot={(anchor) => <Link to="/recipes/$key" params={{ key: recipe.key }} {...anchor} />}>
          {name}
        </Anchor>
        {recipe.description !== null && (
          <Text size="sm" c="dimmed" lineClamp={2} maw="72ch">
            {serverText(['recipes', recipe.key, 'description'], recipe.description)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <State recipe={recipe} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          <Ago instant={recipe.updated_at} />
        </Text>
      </Table.Td>
      <Table.Td>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('recipe.list.actionsOf', { name })}>
              <MoreIcon size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() => {
                onClone({ ...recipe, name });
              }}
            >
              {t('recipe.head.clone')}
            </Menu.Item>
            <Menu.Item onClick={() => void exportDraft(recipe.key)}>{t('recipe.head.export')}</Menu.Item>
            {!recipe.built_in && (
              <Menu.Item
                c="error"
                onClick={() => {
                  onRemove(recipe);
                }}
              >
                {t('recipe.list.remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
}

async function exportDraft(key: string): Promise<void> {
  const recipe = await recipeVersionsExport({ path: { key } });
  downloadText(`${key}.json`, `${JSON.stringify(recipe, null, 2)}\n`);
}

function State({ recipe: { key, built_in, published_version, draft_revision } }: { recipe: RecipeSummary }) {
  const { t } = useTranslation();
  const isAsked = !built_in && published_version !== null;
  const differs = useQuery({ ...differsQuery(key, published_version ?? 0, draft_revision), enabled: isAsked });
  if (published_version === null) return <Badge color="sea">{t('recipe.state.draft')}</Badge>;
  return (
    <Badge color={differs.data ? 'sea' : 'pine'}>
      {t(differs.data ? 'recipe.state.differs' : 'recipe.state.published', { version: published_version })}
    </Badge>
  );
}
