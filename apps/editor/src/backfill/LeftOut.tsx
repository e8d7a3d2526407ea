import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Backfill } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Said } from '../texts/Said.js';
import { leftOutQuery } from './queries.js';

/** Which documents were left out, and why. */
export function LeftOut({ backfill: { id, documents } }: { backfill: Backfill }) {
  const { t } = useTranslation();
  const skipped = useQuery(leftOutQuery(id, 'skipped'));
  const failed = useQuery(leftOutQuery(id, 'failed'));
  const broken = skipped.isError ? skipped : failed.isError ? failed : undefined;
  if (broken) return <FailureNotice error={broken.error} title={t('backfill.leftOutNotLoaded')} />;
  const items = [...(failed.data?.items ?? []), ...(skipped.data?.items ?? [])];
  const hidden = documents.skipped + documents.failed - items.length;
  return (
    <Stack component="ul" gap={4} m={0} pl="md">
      {items.map(({ document_id: documentId, name, reason }) => (
        <li key={documentId}>
          <Anchor
            underline="always"
            renderRoot={(props) => <Link to="/ledger/documents/$documentId" params={{ documentId }} {...props} />}
          >
            {name}
          </Anchor>
          <Text c="dimmed" size="sm">
            <Said text={reason} />
          </Text>
        </li>
      ))}
      {items.length > 0 && hidden > 0 && <Text component="li">{t('backfill.andMore', { count: hidden })}</Text>}
    </Stack>
  );
}
