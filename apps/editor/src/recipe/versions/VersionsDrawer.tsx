import { Button, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { Recipe } from '@tandem/recipes';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../format/Ago.js';
import { FailureNotice } from '../../parts/FailureNotice.js';
import { useSaid } from '../../texts/use-said.js';
import { useEdit } from '../edit/edit-context.js';
import { versionQuery, versionsQuery } from '../edit/queries.js';
import type { Connectors } from '../model/connectors.js';
import { inLanguage } from '../model/in-language.js';
import { SideBySide } from './SideBySide.js';
import { Differences } from './Differences.js';
import classes from './versions.module.css';

interface VersionsDrawerProps {
  isOpen: boolean;
  onClose: () => void;
  recipeKey: string;
  /** The draft as it is edited now. */
  current: Recipe;
  connectors: Connectors;
  onRestore: ((version: Recipe) => void) | undefined;
}

/** What was published when; each can be compared with the draft, and brought back into it. */
export function VersionsDrawer({ isOpen, onClose, recipeKey, ...rest }: VersionsDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('recipe.versions.title')}
    >
      {isOpen && <Versions recipeKey={recipeKey} {...rest} />}
    </Drawer>
  );
}

function Versions({ recipeKey, current, connectors, onRestore }: Omit<VersionsDrawerProps, 'isOpen' | 'onClose'>) {
  const { t } = useTranslation();
  const versions = useQuery(versionsQuery(recipeKey));
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  if (versions.isError) return <FailureNotice error={versions.error} title={t('recipe.versions.notLoaded')} onRetry={() => void versions.refetch()} />; // prettier-ignore
  if (!versions.data) return <Skeleton height={120} />;
  return (
    <Stack gap="md">
      {versions.data.items.length === 0 && <Text c="dimmed">{t('recipe.versions.none')}</Text>}
      <div>
        {versions.data.items.map(({ version, published_at }) => (
          <div key={version} className={classes.version}>
            <span>
              <strong>{t('recipe.versions.version', { version })}</strong>{' '}
              <Text span c="dimmed" size="sm">
                <Ago instant={published_at} />
              </Text>
            </span>
            <Button
              size="xs"
              variant={chosen === version ? 'light' : 'default'}
              aria-pressed={chosen === version}
              onClick={() => {
                setChosen(version);
              }}
            >
              {t('recipe.versions.compare')}
            </Button>
          </div>
        ))}
      </div>
      {chosen !== undefined && (
        <Comparison
          recipeKey={recipeKey}
          version={chosen}
          current={current}
          connectors={connectors}
          onRestore={onRestore}
        />
      )}
    </Stack>
  );
}

interface ComparisonProps {
  recipeKey: string;
  version: number;
  current: Recipe;
  connectors: Connectors;
  onRestore: ((version: Recipe) => void) | undefined;
}

function Comparison({ recipeKey, version, current, connectors, onRestore }: ComparisonProps) {
  const { t } = useTranslation();
  const said = useSaid();
  const { isReadOnly } = useEdit();
  const { data: published, error } = useQuery(versionQuery(recipeKey, version));
  // Of our own recipes the draft is shown in the language of the page, too.
  const data = useMemo(
    () => published && (isReadOnly ? inLanguage(published, said) : published),
    [published, isReadOnly, said],
  );
  if (error) return <FailureNotice error={error} title={t('recipe.versions.notLoaded')} />;
  if (!data) return <Skeleton height={160} />;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text fw={600}>{t('recipe.versions.since', { version })}</Text>
        {onRestore && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              onRestore(data);
            }}
          >
            {t('recipe.versions.restore', { version })}
          </Button>
        )}
      </Group>
      <SideBySide
        before={data}
        after={current}
        connectors={connectors}
        names={[t('recipe.versions.version', { version }), t('recipe.versions.draft')]}
      />
      <Differences before={data} after={current} connectors={connectors} />
    </Stack>
  );
}
