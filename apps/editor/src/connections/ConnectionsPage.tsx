import { Button, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import FlaskIcon from 'lucide-react/icons/flask-conical';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { PageHead } from '../parts/PageHead.js';
import { ConnectionCard } from './ConnectionCard.js';
import { connectionsQuery, connectorsQuery } from './queries.js';
import { useConnectSandbox } from './use-connect-sandbox.js';

/** The accounts that Tandem works on, and what is wrong with them. */
export function ConnectionsPage() {
  const { t } = useTranslation();
  const connectors = useQuery(connectorsQuery);
  const connections = useQuery(connectionsQuery);
  const failed = connectors.isError ? connectors : connections.isError ? connections : undefined;
  const isLoaded = connectors.data !== undefined && connections.data !== undefined;
  return (
    <>
      <PageHead title={t('connections.title')} lead={t('connections.lead')} />
      <Stack gap="md">
        {failed && !isLoaded && (
          <FailureNotice
            error={failed.error}
            title={t('connections.notLoaded')}
            onRetry={() => void Promise.all([connectors.refetch(), connections.refetch()])}
          />
        )}
        {connections.data?.items.length === 0 && <SandboxOffer />}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          {isLoaded
            ? connectors.data.items.map((connector) => (
                <ConnectionCard
                  key={connector.key}
                  connector={connector}
                  connection={connections.data.items.find((connection) => connection.connector === connector.key)}
                />
              ))
            : failed === undefined && [1, 2].map((place) => <Skeleton key={place} height={220} radius="lg" />)}
        </SimpleGrid>
      </Stack>
    </>
  );
}

/** Shown while nothing is connected. */
function SandboxOffer() {
  const { t } = useTranslation();
  const connect = useConnectSandbox();
  return (
    <>
      <Notice
        tone="plain"
        title={t('connections.sandbox.title')}
        action={
          <Button
            leftSection={<FlaskIcon size={16} aria-hidden />}
            loading={connect.isPending}
            onClick={() => {
              connect.mutate();
            }}
          >
            {t('connections.sandbox.action')}
          </Button>
        }
      >
        {t('connections.sandbox.text')}
      </Notice>
      {connect.isError && <FailureNotice error={connect.error} title={t('connections.sandbox.failed')} />}
    </>
  );
}
