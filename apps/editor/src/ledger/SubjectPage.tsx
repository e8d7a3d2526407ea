import { Anchor, Button, Center, Group, Skeleton, Stack, Switch, Tabs } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import BookIcon from 'lucide-react/icons/notebook-text';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../api/lazily.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import { DealFate } from './DealFate.js';
import { nameOf, type Subject } from './subject.js';
import { Timeline } from './Timeline.js';
import { isTelling, toMoments } from './moments.js';
import { useHistory } from './use-history.js';

const PropertyTable = lazily(async () => (await import('./PropertyTable.js')).PropertyTable);

/** All that is known of one deal or document. */
export function SubjectPage({ subject }: { subject: Subject }) {
  const { t } = useTranslation();
  const history = useHistory(subject);
  const { events, runs, effects } = history;
  const name = nameOf(subject, { events: events.items, runs: runs.items, effects: effects.items });
  const isEmpty = events.items.length + runs.items.length + effects.items.length === 0;
  return (
    <>
      <PageHead
        trail={
          <Anchor size="sm" renderRoot={(props) => <Link to="/ledger" {...props} />}>
            {t('ledger.title')}
          </Anchor>
        }
        title={name ?? t(`ledger.${subject.kind}`, { id: subject.id })}
        lead={name !== undefined && t(`ledger.${subject.kind}`, { id: subject.id })}
      />
      {subject.kind === 'deal' && <DealFate dealId={subject.id} />}
      {history.isLoading && <Skeleton height={420} radius="lg" />}
      {history.error && <FailureNotice error={history.error} title={t('ledger.notLoaded')} onRetry={history.reload} />}
      {!history.isLoading && !history.error && isEmpty && (
        <Panel>
          <Empty icon={BookIcon} title={t('ledger.unknown.title')} text={t(`ledger.unknown.${subject.kind}`)} />
        </Panel>
      )}
      {!history.isLoading && !history.error && !isEmpty && (
        <Stack gap="md">
          <Views history={history} />
          {history.hasMore && (
            <Center>
              <Button variant="default" loading={history.isLoadingMore} onClick={history.loadMore}>
                {t('common.loadMore')}
              </Button>
            </Center>
          )}
        </Stack>
      )}
    </>
  );
}

function Views({ history }: { history: ReturnType<typeof useHistory> }) {
  const { t } = useTranslation();
  const [view, setView] = useState('timeline');
  const [showsAll, setShowsAll] = useState(false);
  const moments = toMoments(history);
  const shown = showsAll ? moments : moments.filter(isTelling);
  return (
    <Tabs
      value={view}
      onChange={(chosen) => {
        setView(chosen ?? 'timeline');
      }}
      keepMounted={false}
    >
      <Group justify="flex-end" h={0} align="flex-start">
        {view === 'timeline' && (
          <Switch
            size="xs"
            label={t('ledger.showAll')}
            checked={showsAll}
            onChange={({ currentTarget: { checked } }) => {
              setShowsAll(checked);
            }}
          />
        )}
      </Group>
      <Tabs.List mb="md">
        <Tabs.Tab value="timeline">{t('ledger.timeline')}</Tabs.Tab>
        <Tabs.Tab value="properties">{t('ledger.properties')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="timeline">
        {shown.length > 0 ? (
          <Timeline moments={shown} />
        ) : (
          <Panel>
            <Empty icon={BookIcon} title={t('ledger.quiet.title')} text={t('ledger.quiet.text')} />
          </Panel>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="properties">
        <Suspense fallback={<Skeleton height={240} radius="lg" />}>
          <PropertyTable effects={history.effects.items} runs={history.runs.items} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
