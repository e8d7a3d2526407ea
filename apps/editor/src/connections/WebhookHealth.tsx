import { ActionIcon, Button, CopyButton, Group, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import CheckIcon from 'lucide-react/icons/check';
import CopyIcon from 'lucide-react/icons/copy';
import { useTranslation } from 'react-i18next';
import type { Connection, WebhookHealth as Health } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { webhookQuery } from './queries.js';
import { isSandbox } from './sandbox-console.js';
import { useSubscribeAgain } from './use-test-connection.js';
import { WebhookFacts } from './WebhookFacts.js';
import { webhookVerdict } from './webhook-verdict.js';
import { Said } from '../texts/Said.js';

interface WebhookHealthProps {
  connection: Connection;
  /** Of the remote system. */
  title: string;
}

const isPaused = ({ status }: Connection): boolean => status === 'paused';

/** Whether events are delivered to us, what is wrong if not, and what to do about it. */
export function WebhookHealth({ connection, title }: WebhookHealthProps) {
  const { t } = useTranslation();
  const health = useQuery(webhookQuery(connection.id));
  const titleId = `webhooks-${connection.connector}`;
  return (
    <Stack gap="xs" role="group" aria-labelledby={titleId}>
      <Title order={3} id={titleId} fz="md">
        {t('webhooks.title')}
      </Title>
      {health.isPending && <Skeleton height={176} radius="md" />}
      {health.isError && health.data === undefined && (
        <FailureNotice error={health.error} title={t('webhooks.notLoaded')} onRetry={() => void health.refetch()} />
      )}
      {health.data && (
        <>
          <Verdict health={health.data} connection={connection} title={title} />
          <AddressOf address={health.data.address} />
          <WebhookFacts health={health.data} title={title} wasAsked={!isPaused(connection)} />
        </>
      )}
    </Stack>
  );
}

function Verdict({ health, connection, title }: WebhookHealthProps & { health: Health }) {
  const { t } = useTranslation();
  const subscribe = useSubscribeAgain(connection.id);
  const verdict = webhookVerdict(health, { isPaused: isPaused(connection), isRemoteHere: isSandbox(connection) });
  const names = { name: title, host: new URL(health.address).host };
  if ('says' in verdict) return <Notice tone={verdict.tone}>{t(`webhooks.verdict.${verdict.says}`, names)}</Notice>;
  const { trouble } = verdict;
  const canSubscribe = trouble === 'inactive' || trouble === 'gone';
  return (
    <>
      <Notice
        tone={verdict.tone}
        title={t(`webhooks.verdict.${trouble}`, names)}
        action={
          canSubscribe && (
            <Button
              size="xs"
              variant="default"
              loading={subscribe.isPending}
              onClick={() => {
                subscribe.mutate();
              }}
            >
              {t('webhooks.subscribe')}
            </Button>
          )
        }
      >
        {trouble === 'unknown' && health.remote?.reason != null && (
          <Text>
            <Said text={health.remote.reason} />
          </Text>
        )}
        <Text c="dimmed">{t(`webhooks.remedy.${trouble}`, names)}</Text>
      </Notice>
      {subscribe.isError && <FailureNotice error={subscribe.error} title={t('webhooks.verdict.gone', names)} />}
    </>
  );
}

/** To be entered at the remote, or compared with what is entered there. */
function AddressOf({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <Group gap={6} wrap="nowrap">
      <Text className="mono" size="sm" truncate title={address} miw={0}>
        {address}
      </Text>
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? 'common.copied' : 'webhooks.facts.copy')}>
            <ActionIcon size="sm" variant="subtle" color="gray" onClick={copy} aria-label={t('webhooks.facts.copy')}>
              {copied ? <CheckIcon size={14} aria-hidden /> : <CopyIcon size={14} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
