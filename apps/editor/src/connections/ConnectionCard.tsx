import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../api/lazily.js';
import type { Connection, ConnectorSummary } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { BudgetGauge } from './BudgetGauge.js';
import { ConnectionFacts } from './ConnectionFacts.js';
import { ConnectorMark } from './ConnectorMark.js';
import { MissingScopes } from './MissingScopes.js';
import { isSandbox } from './sandbox-console.js';
import { TestResult } from './TestResult.js';
import { useTestConnection } from './use-test-connection.js';
import { WebhookHealth } from './WebhookHealth.js';
import { Said } from '../texts/Said.js';

const CredentialsDialog = lazily(async () => (await import('./CredentialsDialog.js')).CredentialsDialog);
const RemoveDialog = lazily(async () => (await import('./RemoveDialog.js')).RemoveDialog);

interface ConnectionCardProps {
  connector: ConnectorSummary;
  connection: Connection | undefined;
}

/** One remote system: connected or not, whose account, and what to do when it does not work. */
export function ConnectionCard({ connector, connection }: ConnectionCardProps) {
  const { t } = useTranslation();
  const [isEntering, entering] = useDisclosure(false);
  const titleId = `connector-${connector.key}`;
  return (
    <Panel labelledBy={titleId}>
      <Stack gap="md" h="100%">
        <Group gap="sm" wrap="nowrap">
          <ConnectorMark connector={connector.key} />
          <Stack gap={0} flex={1} miw={0}>
            <Title order={2} id={titleId}>
              {connector.title}
            </Title>
            {connection !== undefined && connection.name !== connection.account?.name && (
              <Text c="dimmed" size="sm" truncate>
                {connection.name}
              </Text>
            )}
          </Stack>
          <StatusOf connection={connection} />
        </Group>
        {connection ? (
          <Connected connector={connector} connection={connection} onReconnect={entering.open} />
        ) : (
          <Stack gap="md" mt="auto" align="flex-start">
            <Text c="dimmed">{t('connections.about', { name: connector.title })}</Text>
            <Button variant="default" onClick={entering.open}>
              {t('connections.connect', { name: connector.title })}
            </Button>
          </Stack>
        )}
      </Stack>
      <Suspense>
        {isEntering && <CredentialsDialog connector={connector} connection={connection} onClose={entering.close} />}
      </Suspense>
    </Panel>
  );
}

function StatusOf({ connection }: { connection: Connection | undefined }) {
  const { t } = useTranslation();
  if (connection === undefined) return <Badge color="gray">{t('connections.status.none')}</Badge>;
  return (
    <Group gap={6} wrap="nowrap">
      {isSandbox(connection) && <Badge color="gray">{t('connections.sandbox.badge')}</Badge>}
      <Badge color={connection.status === 'connected' ? 'pine' : 'brick'}>
        {t(`connections.status.${connection.status}`)}
      </Badge>
    </Group>
  );
}

interface ConnectedProps {
  connector: ConnectorSummary;
  connection: Connection;
  onReconnect: () => void;
}

function Connected({ connector, connection, onReconnect }: ConnectedProps) {
  const { t } = useTranslation();
  const test = useTestConnection(connection.id);
  const [isRemoving, removing] = useDisclosure(false);
  const isPaused = connection.status === 'paused';
  return (
    <>
      {connection.status_reason !== null && (
        <Notice
          tone={isPaused ? 'bad' : 'attention'}
          title={t(isPaused ? 'connections.paused' : 'connections.impaired')}
        >
          <Text>
            <Said text={connection.status_reason} />
          </Text>
          <Text c="dimmed">{t(isPaused ? 'connections.pausedRemedy' : 'connections.impairedRemedy')}</Text>
        </Notice>
      )}
      <MissingScopes connection={connection} title={connector.title} />
      <ConnectionFacts connection={connection} />
      <BudgetGauge connection={connection} />
      <WebhookHealth connection={connection} title={connector.title} />
      {test.data && <TestResult sent={test.data} title={connector.title} />}
      {test.isError && <FailureNotice error={test.error} title={t('connections.notTested')} />}
      <Group gap="xs" mt="auto">
        <Button
          variant="default"
          px="sm"
          loading={test.isPending}
          onClick={() => {
            test.mutate();
          }}
        >
          {t('connections.test')}
        </Button>
        <Button variant={isPaused ? 'filled' : 'default'} px="sm" onClick={onReconnect}>
          {t('connections.reconnect')}
        </Button>
        <Button variant="subtle" color="gray" ml="auto" px="sm" onClick={removing.open}>
          {t('connections.disconnect')}
        </Button>
      </Group>
      <Suspense>
        {isRemoving && <RemoveDialog connection={connection} title={connector.title} onClose={removing.close} />}
      </Suspense>
    </>
  );
}
