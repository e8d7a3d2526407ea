import { Badge, Skeleton, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import SearchIcon from 'lucide-react/icons/search';
import { useTranslation } from 'react-i18next';
import { searchFind } from '../api/generated/sdk.gen.js';
import type { SubjectHits } from '../api/generated/types.gen.js';
import { ConnectorMark } from '../connections/ConnectorMark.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { SubjectNames } from './SubjectNames.js';
import classes from './LedgerPage.module.css';
import { Said } from '../texts/Said.js';

/** The deals and documents that answer to a name, an id or an e-mail. */
export function SearchHits({ text }: { text: string }) {
  const { t } = useTranslation();
  const hits = useQuery({
    queryKey: ['subjects', text],
    queryFn: ({ signal }) => searchFind({ query: { text }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  if (hits.isPending) return <Skeleton height={160} radius="lg" />;
  if (hits.isLoadingError)
    return <FailureNotice error={hits.error} title={t('ledger.search.failed')} onRetry={() => void hits.refetch()} />;
  const { items, silent } = hits.data;
  return (
    <Stack gap="md" aria-busy={hits.isPlaceholderData}>
      {silent.map(({ connector, title, reason }) => (
        <Notice key={connector} tone="attention" title={t('ledger.search.silent', { title })}>
          <Said text={reason} />
        </Notice>
      ))}
      <Text role="status" size="sm" c="dimmed">
        {t('ledger.search.found', { count: items.length })}
      </Text>
      <Panel flush>
        {items.length === 0 ? (
          <Empty icon={SearchIcon} title={t('ledger.search.none.title')} text={t('ledger.search.none.text')} />
        ) : (
          <ul className={classes.list}>
            {items.map((hit) => (
              <Hit key={`${hit.kind} ${hit.id}`} hit={hit} />
            ))}
          </ul>
        )}
      </Panel>
    </Stack>
  );
}

function Hit({ hit: { kind, id, name, known } }: { hit: SubjectHits['items'][number] }) {
  const { t } = useTranslation();
  return (
    <li className={classes.hit}>
      <ConnectorMark connector={kind === 'deal' ? 'hubspot' : 'pandadoc'} small />
      <div>
        <SubjectNames subject={{ kind, id }} name={name} />
      </div>
      {!known && <Badge color="gray">{t('ledger.search.noHistory')}</Badge>}
    </li>
  );
}
