import { ActionIcon } from '@mantine/core';
import DownIcon from 'lucide-react/icons/arrow-down';
import UpIcon from 'lucide-react/icons/arrow-up';
import { useTranslation } from 'react-i18next';
import classes from './order.module.css';
import { linesAround } from './use-order.js';

interface MoveButtonsProps {
  /** What is moved. */
  name: string;
  index: number;
  /** How many there are. */
  of: number;
  onMove: (from: number, to: number) => void;
}

/** One place up or down. The keyboard goes along, so that the next press moves the same line on. */
export function MoveButtons({ name, index, of, onMove }: MoveButtonsProps) {
  const { t } = useTranslation();
  const move = (by: -1 | 1, button: Element): void => {
    const line = linesAround(button)[index + by];
    const same = line?.querySelector<HTMLElement>(`[data-move="${by}"]:not(:disabled)`);
    (same ?? line?.querySelector<HTMLElement>('[data-move]:not(:disabled)'))?.focus();
    onMove(index, index + by);
  };
  return (
    <>
      <ActionIcon
        size="sm"
        variant="transparent"
        color="gray"
        className={classes.button}
        data-move={-1}
        disabled={index === 0}
        aria-label={t('recipe.order.up', { name })}
        onClick={({ currentTarget }) => {
          move(-1, currentTarget);
        }}
      >
        <UpIcon size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="transparent"
        color="gray"
        className={classes.button}
        data-move={1}
        disabled={index === of - 1}
        aria-label={t('recipe.order.down', { name })}
        onClick={({ currentTarget }) => {
          move(1, currentTarget);
        }}
      >
        <DownIcon size={14} aria-hidden />
      </ActionIcon>
    </>
  );
}
