import { ActionIcon, Group, NumberInput, Text } from '@mantine/core';
import PreviousIcon from 'lucide-react/icons/chevron-left';
import NextIcon from 'lucide-react/icons/chevron-right';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import classes from './board.module.css';
import { itemStatuses } from './item-statuses.js';
import type { Trace } from './replay-run.js';
import { tellingItem } from './step-in-run.js';
import workbench from '../../look/workbench.module.css';

interface ItemChooserProps {
  /** The path of the loop. */
  loop: string;
  /** From 0; undefined where the loop itself is looked at. */
  item: number | undefined;
  trace: Trace;
  onItem: (loop: string, item: number) => void;
}

/** So many items are shown side by side; of more, one goes by number. */
const STRIP = 120;

/** Which item of a loop is looked at. */
export function ItemChooser({ loop, item, trace, onItem }: ItemChooserProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = trace.get(loop)?.items;
  const statuses = useMemo(() => itemStatuses(trace, loop, count ?? 0), [trace, loop, count]);
  if (count === undefined) return null;
  if (count === 0) return <Text c="dimmed">{t('runs.map.noItems')}</Text>;
  const shown = item ?? tellingItem(trace, loop);
  const go = (to: number): void => {
    if (to >= 0 && to < count) onItem(loop, to);
  };
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        <ActionIcon
          size="sm"
          aria-label={t('runs.map.previousItem')}
          disabled={shown <= 0}
          className={workbench.tool}
          onClick={() => {
            go(shown - 1);
          }}
        >
          <PreviousIcon size={15} aria-hidden />
        </ActionIcon>
        <NumberInput
          aria-label={t('runs.map.item')}
          size="xs"
          w={64}
          hideControls
          min={1}
          max={count}
          clampBehavior="strict"
          allowDecimal={false}
          value={shown + 1}
          onChange={(value) => {
            if (typeof value === 'number') go(value - 1);
          }}
        />
        <Text size="sm" c="dimmed">
          {t('runs.map.ofItems', { count, total: format.number(count) })}
        </Text>
        <ActionIcon
          size="sm"
          aria-label={t('runs.map.nextItem')}
          disabled={shown >= count - 1}
          className={workbench.tool}
          onClick={() => {
            go(shown + 1);
          }}
        >
          <NextIcon size={15} aria-hidden />
        </ActionIcon>
      </Group>
      {count > 1 && count <= STRIP && (
        <div className={classes.items} aria-hidden>
          {statuses.map((status, index) => (
            <span
              key={index}
              className={classes.item}
              data-status={status}
              data-chosen={index === shown || undefined}
              title={format.number(index + 1)}
              onClick={() => {
                go(index);
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}
