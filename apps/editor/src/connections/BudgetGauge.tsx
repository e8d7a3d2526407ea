import { Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Connection, ConnectionBudget } from '../api/generated/types.gen.js';
import { useFormat } from '../format/use-format.js';
import { budgetQuery } from './queries.js';

const CLASSES = ['preview', 'live', 'retry', 'backfill'] as const;

/** The calls that the account may make and how many are used, as it changes. Nothing before the first call. */
export function BudgetGauge({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(budgetQuery(connection.id));
  const fullest = data?.windows[0];
  if (!data || !fullest) return null;
  const { limit, used, interval_ms: intervalMs, closed_for_ms: closedForMs } = fullest;
  const calls = { used: format.number(used), limit: format.number(limit), interval: format.duration(intervalMs) };
  const waiting = waitingText(data, (callClass, count) =>
    t(`connections.budget.waiting.${callClass}`, { count, shown: format.number(count) }),
  );
  const color = closedForMs > 0 ? 'brick' : used / limit > 0.9 ? 'ochre' : 'pine';
  return (
    <Stack gap={6} role="group" aria-label={t('connections.budget.title')}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {t('connections.budget.title')}
        </Text>
        <Text size="sm">{t('connections.budget.used', calls)}</Text>
      </Group>
      <Progress.Root size="sm">
        <Progress.Section
          value={(100 * used) / limit}
          color={color}
          aria-label={t('connections.budget.title')}
          aria-valuetext={t('connections.budget.used', calls)}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed" mih="1.5em">
        {[
          closedForMs > 0 && t('connections.budget.closed', { time: format.duration(closedForMs) }),
          waiting.length > 0 && t('connections.budget.waits', { who: format.list(waiting) }),
          data.day &&
            t('connections.budget.day', {
              left: format.number(data.day.remaining),
              limit: format.number(data.day.limit),
            }),
          data.day?.waiting_classes.includes('backfill') &&
            t('connections.budget.keptForLive', { kept: format.number(data.day.kept_for_live) }),
        ]
          .filter((part) => typeof part === 'string')
          .join(' · ')}
      </Text>
    </Stack>
  );
}

function waitingText(
  { windows }: ConnectionBudget,
  say: (callClass: (typeof CLASSES)[number], count: number) => string,
): string[] {
  return CLASSES.flatMap((callClass) => {
    const count = windows.reduce((sum, window) => sum + window.waiting[callClass], 0);
    return count === 0 ? [] : [say(callClass, count)];
  });
}
