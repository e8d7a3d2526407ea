import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../api/generated/types.gen.js';
import { Notice } from '../parts/Notice.js';

/** What the account did not grant and steps will miss. Nothing when all is granted, or the remote does not tell. */
export function MissingScopes({ connection, title }: { connection: Connection; title: string }) {
  const { t } = useTranslation();
  const { missing_scopes: missing } = connection;
  if (missing.length === 0) return null;
  return (
    <Notice tone="attention" title={t('webhooks.scopes.missing', { count: missing.length })}>
      <List size="sm" className="mono" spacing={2} my={4}>
        {missing.map((scope) => (
          <List.Item key={scope}>{scope}</List.Item>
        ))}
      </List>
      <Text c="dimmed">{t('webhooks.scopes.remedy', { name: title })}</Text>
    </Notice>
  );
}
