import { Button, SimpleGrid, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import BookIcon from 'lucide-react/icons/notebook-text';
import SearchIcon from 'lucide-react/icons/search';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { historyListRuns } from '../api/generated/sdk.gen.js';
import { Ago } from '../format/Ago.js';
import { unlessTold } from '../live/live.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import classes from './LedgerPage.module.css';
import { SearchHits } from './SearchHits.js';
import { recentSubjects, type RecentSubject } from './subject.js';
import { SubjectNames } from './SubjectNames.js';
import { useSearchText } from './use-search-text.js';

const LOOK_BACK = 200;
const SHOWN = 12;

/** The way in: a deal or document that is looked for, or one that something happened to lately. */
export function LedgerPage() {
  const { t } = useTranslation();
  const { typed, sought, setText } = useSearchText();
  return (
    <>
      <PageHead title={t('ledger.title')} lead={t('ledger.lead')} />
      <Stack gap="lg">
        <SearchField value={typed} onChange={setText} />
        {sought === '' ? <RecentSubjects /> : <SearchHits text={sought} />}
      </Stack>
    </>
  );
}

function RecentSubjects() {
  const { t } = useTranslation();
  const runs = useQuery({
    queryKey: ['ledger', 'recent'],
    queryFn: ({ signal }) => historyListRuns({ query: { limit: LOOK_BACK }, signal }),
    refetchInterval: unlessTold(10_000),
  });
  const { documents, deals } = recentSubjects(runs.data?.items ?? []);
  if (runs.isPending) return <Skeleton height={240} radius="lg" />;
  if (runs.isLoadingError)
    return <FailureNotice error={runs.error} title={t('ledger.notLoaded')} onRetry={() => void runs.refetch()} />;
  if (documents.length + deals.length === 0)
    return (
      <Panel>
        <Empty
          icon={BookIcon}
          title={t('ledger.none.title')}
          text={t('ledger.none.text')}
          action={
            <Button component={Link} to="/templates">
              {t('start.steps.switchOn.action')}
            </Button>
          }
        />
      </Panel>
    );
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Recent title={t('ledger.recentDocuments')} subjects={documents.slice(0, SHOWN)} />
      <Recent title={t('ledger.recentDeals')} subjects={deals.slice(0, SHOWN)} />
    </SimpleGrid>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <TextInput
        type="search"
        maw={520}
        maxLength={200}
        aria-label={t('ledger.search.label')}
        placeholder={t('ledger.search.placeholder')}
        leftSection={<SearchIcon size={16} aria-hidden />}
        value={value}
        onChange={({ currentTarget: { value: text } }) => {
          onChange(text);
        }}
      />
    </form>
  );
}

function Recent({ title, subjects }: { title: string; subjects: readonly RecentSubject[] }) {
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
              <SubjectNames subject={subject} name={subject.name} />
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
