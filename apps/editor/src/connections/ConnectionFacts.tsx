import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../api/generated/types.gen.js';
import { Ago } from '../format/Ago.js';
import { Facts } from '../parts/Facts.js';
import { isSandbox, sandboxConsole } from './sandbox-console.js';

/** Whose account it is, where, and what it granted. */
export function ConnectionFacts({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const { account } = connection;
  return (
    <Facts
      of={[
        [t('connections.facts.account'), account && <AccountOf id={account.id} name={account.name} />],
        [t('connections.facts.currency'), account?.currency],
        [
          t('connections.facts.scopes'),
          account?.scopes && (
            <span title={account.scopes.join('\n')}>
              {t('connections.facts.scopesGranted', { count: account.scopes.length })}
            </span>
          ),
        ],
        [t('connections.facts.address'), <AddressOf key="address" connection={connection} />],
        [t('connections.facts.changed'), <Ago key="changed" instant={connection.updated_at} />],
      ]}
    />
  );
}

function AccountOf({ id, name }: { id: string; name: string }) {
  return (
    <>
      {name}{' '}
      {!name.includes(id) && (
        <Text span c="dimmed" className="mono">
          {id}
        </Text>
      )}
    </>
  );
}

function AddressOf({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const console = sandboxConsole([connection]);
  return (
    <>
      {new URL(connection.base_url).host}
      {isSandbox(connection) && (
        <>
          {' · '}
          <Anchor underline="always" href={console} target="_blank" rel="noopener">
            {t('connections.sandbox.console')}
          </Anchor>
        </>
      )}
    </>
  );
}
