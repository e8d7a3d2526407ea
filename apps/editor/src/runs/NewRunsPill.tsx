import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './NewRunsPill.module.css';

interface NewRunsPillProps {
  /** Runs that have come and wait to be shown. */
  count: number;
  onShow: () => void;
}

/** Says that runs have come, and lets a person say when they may move what is under the pointer. */
export function NewRunsPill({ count, onShow }: NewRunsPillProps) {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes.newcomers}>
      {count > 0 && (
        <Button size="compact-sm" radius="xl" onClick={onShow}>
          {t('runs.newcomers', { count })}
        </Button>
      )}
    </div>
  );
}
