import {
  Anchor,
  Button,
  Group,
  SegmentedControl,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import BookIcon from 'lucide-react/icons/notebook-text';
import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { historyListRuns } from '../api/generated/sdk.gen.js';
import { Ago } from '../format/Ago.js';
import { unlessTold } from '../live/live.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import classes from './LedgerPage.module.css';
import { recentSubjects, type RecentSubject, type Subject } from './subject.js';

const LOOK_BACK = 200;
const SHOWN = 12;

/** The way in: a deal or document by its id, or one that something happened to lately. */
export function LedgerPage() {
  const { t } = useTranslation();
  const runs = useQuery({
    queryKey: ['ledger', 'recent'],
    queryFn: ({ signal }) => historyListRuns({ query: { limit: LOOK_BACK }, signal }),
    refetchInterval: unlessTold(10_000),
  });
  const { documents, deals } = recentSubjects(runs.data?.items ?? []);
  return (
    <>
      <PageHead title={t('ledger.title')} lead={t('ledger.lead')} />
      <Stack gap="lg">
        <OpenById />
        {runs.isPending && <Skeleton height={240} radius="lg" />}
        {runs.isError && (
          <FailureNotice error={runs.error} title={t('ledger.notLoaded')} onRetry={() => void runs.refetch()} />
        )}
        {runs.data?.items.length === 0 && (
          <Panel>
            <Empty icon={BookIcon} title={t('ledger.none.title')} text={t('ledger.none.text')} />
          </Panel>
        )}
        {documents.length + deals.length > 0 && (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            <Recent title={t('ledger.recentDocuments')} subjects={documents.slice(0, SHOWN)} />
            <Recent title={t('ledger.recentDeals')} subjects={deals.slice(0, SHOWN)} />
          </SimpleGrid>
        )}
      </Stack>
    </>
  );
}

function OpenById() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Subject['kind']>('deal');
  const [id, setId] = useState('');
  const open = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wanted = id.trim();
    if (wanted === '') return;
    void (kind === 'deal'
      ? navigate({ to: '/ledger/deals/$dealId', params: { dealId: wanted } })
      : navigate({ to: '/ledger/documents/$documentId', params: { documentId: wanted } }));
  };
  return (
    <form onSubmit={open} role="search">
      <Group gap="xs">
        <SegmentedControl
          aria-label={t('ledger.kind')}
          value={kind}
          onChange={setKind}
          data={[
            { value: 'deal', label: t('ledger.kinds.deal') },
            { value: 'document', label: t('ledger.kinds.document') },
          ]}
        />
        <TextInput
          aria-label={t(`ledger.idOf.${kind}`)}
          placeholder={t(`ledger.idOf.${kind}`)}
          w={280}
          value={id}
          onChange={({ currentTarget: { value } }) => {
            setId(value);
          }}
        />
        <Button type="submit" variant="default" disabled={id.trim() === ''}>
          {t('ledger.open')}
        </Button>
      </Group>
    </form>
  );
}

function Recent({ title, subjects }: { title: string; subjects: readonly RecentSubject[] }) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} id={titleId} mb="xs">
        {title}
      </Title>
      <Panel flush>
        <ul className={classes.list}>
          {subjects.map((subject) => (
            <li key={subject.id}>
              <SubjectLink subject={subject} />
              <Text size="sm" c="dimmed">
                {t(`ledger.${subject.kind}`, { id: subject.id })}
              </Text>
              <Text size="sm" c="dimmed" className={classes.when}>
                <Ago instant={subject.at} />
              </Text>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
}

function SubjectLink({ subject: { kind, id, name } }: { subject: RecentSubject }) {
  return (
    <Anchor
      fw={500}
      renderRoot={(props) =>
        kind === 'deal' ? (
          <Link to="/ledger/deals/$dealId" params={{ dealId: id }} {...props} />
        ) : (
          <Link to="/ledger/documents/$documentId" params={{ documentId: id }} {...props} />
        )
      }
    >
      {name ?? id}
    </Anchor>
  );
}
