import { Modal, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Connection, ConnectorSummary } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { CredentialsForm } from './CredentialsForm.js';
import { connectorQuery } from './queries.js';

interface CredentialsDialogProps {
  connector: ConnectorSummary;
  /** The connection to renew; undefined: a new one. */
  connection: Connection | undefined;
  onClose: () => void;
}

/** Asks for the credentials of an account; they are tried before anything is stored. */
export function CredentialsDialog({ connector, connection, onClose }: CredentialsDialogProps) {
  const { t } = useTranslation();
  const description = useQuery(connectorQuery(connector.key));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(connection ? 'connections.form.again' : 'connections.form.title', { name: connector.title })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {description.data && <CredentialsForm connector={description.data} connection={connection} onDone={onClose} />}
      {description.isPending && <Skeleton height={160} />}
      {description.isError && (
        <FailureNotice
          error={description.error}
          title={t('connections.form.notLoaded')}
          onRetry={() => void description.refetch()}
        />
      )}
    </Modal>
  );
}
