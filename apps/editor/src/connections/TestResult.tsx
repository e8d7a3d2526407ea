import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WebhookTrial } from '../api/generated/types.gen.js';
import { useFormat } from '../format/use-format.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { Said } from '../texts/Said.js';
import type { SentTest } from './use-test-connection.js';

/** What came of a test: whether the account answers, and whether a webhook finds its way here. */
export function TestResult({ sent: { account, webhook }, title }: { sent: SentTest; title: string }) {
  const { t } = useTranslation();
  const { works, reason, connection } = account;
  return (
    <>
      {works ? (
        <Notice tone="good" live>
          {t('connections.works', { account: connection.account?.name ?? connection.name })}
        </Notice>
      ) : (
        <Notice tone="bad" live title={t('connections.doesNotWork')}>
          <Said text={reason} />
        </Notice>
      )}
      {webhook instanceof Error && <FailureNotice error={webhook} title={t('webhooks.trial.notTried')} />}
      {webhook && !(webhook instanceof Error) && <TrialResult trial={webhook} title={title} />}
    </>
  );
}

function TrialResult({ trial, title }: { trial: WebhookTrial; title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { outcome, detail, status, address } = trial;
  if (outcome === 'accepted')
    return (
      <Notice tone="good" live>
        {t('webhooks.trial.accepted', { time: format.duration(trial.took_ms) })}
      </Notice>
    );
  return (
    <Notice tone="bad" live title={t(`webhooks.trial.${outcome}`, { status: status ?? '' })}>
      {detail !== null && (
        <Text>
          <Said text={detail} />
        </Text>
      )}
      <Text c="dimmed">{t(`webhooks.trial.${outcome}Remedy`, { host: new URL(address).host, name: title })}</Text>
    </Notice>
  );
}
