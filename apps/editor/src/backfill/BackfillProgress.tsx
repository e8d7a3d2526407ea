import { Anchor, Collapse, Group, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Backfill } from '../api/generated/types.gen.js';
import { useFormat } from '../format/use-format.js';
import { LeftOut } from './LeftOut.js';

/** How many documents have had their turn, and what came of it. */
export function BackfillProgress({ backfill }: { backfill: Backfill }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isShown, shown] = useDisclosure(false);
  const { documents, runs, status } = backfill;
  if (status === 'counting')
    return (
      <Text role="status">
        {t('backfill.counting', { count: documents.found, shown: format.number(documents.found) })}
      </Text>
    );
  if (status === 'ready')
    return <Text>{t('backfill.found', { count: documents.found, shown: format.number(documents.found) })}</Text>;
  const done = documents.found - documents.waiting;
  const leftOut = documents.skipped + documents.failed;
  return (
    <Stack gap={8}>
      <Progress.Root size="md">
        <Progress.Section
          value={documents.found === 0 ? 100 : (100 * done) / documents.found}
          color={status === 'running' || status === 'finished' ? 'pine' : 'ochre'}
          aria-label={t('backfill.progress')}
          aria-valuetext={t('backfill.done', { done: format.number(done), found: format.number(documents.found) })}
        />
      </Progress.Root>
      <Group gap="lg" component="div">
        <Text fw={500}>{t('backfill.done', { done: format.number(done), found: format.number(documents.found) })}</Text>
        {(['succeeded', 'failed', 'open'] as const).map(
          (outcome) =>
            runs[outcome] > 0 && (
              <Text key={outcome} c={outcome === 'failed' ? 'brick' : 'dimmed'}>
                {t(`backfill.runs.${outcome}`, { count: runs[outcome], shown: format.number(runs[outcome]) })}
              </Text>
            ),
        )}
        {leftOut > 0 && (
          <Anchor component="button" type="button" aria-expanded={isShown} onClick={shown.toggle}>
            {t('backfill.leftOut', { count: leftOut, shown: format.number(leftOut) })}
          </Anchor>
        )}
      </Group>
      <Collapse expanded={isShown}>{isShown && <LeftOut backfill={backfill} />}</Collapse>
    </Stack>
  );
}
