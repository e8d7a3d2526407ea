import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Backfill } from '../api/generated/types.gen.js';
import { Ago } from '../format/Ago.js';
import { useFormat } from '../format/use-format.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { recipesQuery } from '../runs/queries.js';
import { useRecipeName } from '../runs/use-recipe-name.js';
import { BackfillMoves } from './BackfillMoves.js';
import { BackfillProgress } from './BackfillProgress.js';
import { useSelectionText } from './use-selection-text.js';
import { Said } from '../texts/Said.js';

const COLORS: Record<Backfill['status'], string> = {
  counting: 'sea',
  ready: 'ochre',
  running: 'pine',
  paused: 'ochre',
  finished: 'gray',
  stopped: 'gray',
};

/** One backfill: what was chosen, how far it is, and what may be done about it. */
export function BackfillCard({ backfill }: { backfill: Backfill }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useRecipeName();
  const recipes = useQuery(recipesQuery);
  const selectionText = useSelectionText();
  const names = backfill.recipes.map((key) =>
    nameOf({ key, name: recipes.data?.items.find((recipe) => recipe.key === key)?.name ?? key }),
  );
  return (
    <Panel>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
          <Stack gap={2} miw={0}>
            <Title order={2} className="wrap">
              {format.list(names)}
            </Title>
            <Text c="dimmed">{selectionText(backfill.selection)}</Text>
          </Stack>
          <Badge color={COLORS[backfill.status]} style={{ flexShrink: 0 }}>
            {t(`backfill.status.${backfill.status}`)}
          </Badge>
        </Group>
        {backfill.reason !== null && (
          <Notice tone="attention" title={t(backfill.status === 'paused' ? 'backfill.pausedItself' : 'backfill.waits')}>
            <Text>
              <Said text={backfill.reason} />
            </Text>
          </Notice>
        )}
        <BackfillProgress backfill={backfill} />
        <Group justify="space-between" gap="md">
          <Text size="sm" c="dimmed" component="div">
            {t('backfill.created')} <Ago instant={backfill.created_at} />
          </Text>
          <BackfillMoves backfill={backfill} name={format.list(names)} />
        </Group>
      </Stack>
    </Panel>
  );
}
