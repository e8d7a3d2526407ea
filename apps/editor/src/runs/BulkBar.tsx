import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './BulkBar.module.css';
import { showsFailures, type BulkWish } from './bulk-wish.js';
import type { RunFilter } from './run-filter.js';
import type { Selection } from './use-selection.js';

interface BulkBarProps {
  filter: RunFilter;
  selection: Selection;
  onRetry: (wish: BulkWish) => void;
}

/** What can be done with the ticked runs, or with all failures that fit. */
export function BulkBar({ filter, selection, onRetry }: BulkBarProps) {
  const { t } = useTranslation();
  const count = selection.ids.size;
  if (count === 0 && !showsFailures(filter)) return null;
  return (
    <div className={classes.bar} role="group" aria-label={t('runs.select.label')}>
      <span role="status">{count > 0 ? t('runs.select.count', { count }) : t('runs.select.hint')}</span>
      {count > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => {
            selection.set([]);
          }}
        >
          {t('runs.select.clear')}
        </Button>
      )}
      <Button
        size="xs"
        onClick={() => {
          onRetry(count > 0 ? { ids: [...selection.ids] } : { filter });
        }}
      >
        {count > 0 ? t('runs.select.retry') : t('runs.select.retryAll')}
      </Button>
    </div>
  );
}
