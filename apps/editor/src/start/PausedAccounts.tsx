import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../api/generated/types.gen.js';
import { Notice } from '../parts/Notice.js';
import { Said } from '../texts/Said.js';

/** Accounts that nothing can use just now, and the way to where that is put right. */
export function PausedAccounts({ of: connections }: { of: readonly Connection[] }) {
  const { t } = useTranslation();
  return connections
    .filter(({ status }) => status === 'paused')
    .map(({ id, name, status_reason: reason }) => (
      <Notice
        key={id}
        tone="bad"
        title={t('start.overview.paused', { name })}
        action={
          <Button size="xs" variant="default" component={Link} to="/connections">
            {t('matrix.connect')}
          </Button>
        }
      >
        <Said text={reason} />
      </Notice>
    ));
}
