import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import UnplugIcon from 'lucide-react/icons/unplug';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/Empty.js';

/** A page whose code could not be loaded or that broke; loading it again is the remedy for both. */
export function BrokenPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Empty
      isPage
      icon={UnplugIcon}
      title={t('shell.broken.title')}
      text={t('shell.broken.text', { reason: error instanceof Error ? error.message : String(error) })}
      action={
        <Button
          variant="default"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('shell.broken.action')}
        </Button>
      }
    />
  );
}
