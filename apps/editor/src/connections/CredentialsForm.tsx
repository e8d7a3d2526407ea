import { Button, Checkbox, Collapse, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldProblems } from '../api/field-problems.js';
import type { Connection, Connector } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { useServerText } from '../texts/use-server-text.js';
import { credentialFields } from './credential-fields.js';
import { givenCredentials, isComplete, keptCredentials, type Entered } from './entered-credentials.js';
import { useConnect } from './use-connect.js';

interface CredentialsFormProps {
  connector: Connector;
  connection: Connection | undefined;
  onDone: () => void;
}

/** The fields are those that the connector names. Nothing that is typed here is kept by the browser. */
export function CredentialsForm({ connector, connection, onDone }: CredentialsFormProps) {
  const { t } = useTranslation();
  const serverText = useServerText();
  const fields = credentialFields(connector);
  const [entered, setEntered] = useState<Entered>({});
  const [baseUrl, setBaseUrl] = useState(connection?.base_url ?? connector.default_base_url);
  const [isAdvanced, advanced] = useDisclosure(false);
  const connect = useConnect(connector, connection, onDone);
  const problems = fieldProblems(connect.error, '/credentials');
  const kept = keptCredentials(connection, baseUrl);
  const isFilled = isComplete(fields, entered, kept);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isFilled) connect.mutate({ credentials: givenCredentials(entered), baseUrl });
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap="md">
        {fields.map(({ key, title, help, isRequired }, index) => (
          <Stack key={key} gap={6}>
            <PasswordInput
              data-autofocus={index === 0 || undefined}
              label={serverText(['credentials', connector.key, key, 'title'], title)}
              description={serverText(['credentials', connector.key, key, 'help'], help ?? '')}
              placeholder={kept.includes(key) ? t('connections.form.stored') : undefined}
              autoComplete="off"
              required={isRequired && !kept.includes(key)}
              disabled={entered[key] === null}
              value={entered[key] ?? ''}
              error={problems.at[key]}
              visibilityToggleButtonProps={{ 'aria-label': t('connections.form.reveal') }}
              onChange={({ currentTarget: { value } }) => {
                setEntered({ ...entered, [key]: value });
              }}
            />
            {!isRequired && kept.includes(key) && (
              <Checkbox
                size="xs"
                label={t('connections.form.forget')}
                checked={entered[key] === null}
                onChange={({ currentTarget: { checked } }) => {
                  setEntered({ ...entered, [key]: checked ? null : '' });
                }}
              />
            )}
          </Stack>
        ))}
        <Text size="sm" c="dimmed">
          {t('connections.form.safety')}
        </Text>
        <div>
          <Button size="compact-sm" variant="subtle" color="gray" aria-expanded={isAdvanced} onClick={advanced.toggle}>
            {t('connections.form.advanced')}
          </Button>
          <Collapse expanded={isAdvanced}>
            <TextInput
              mt="xs"
              label={t('connections.form.address')}
              description={t('connections.form.addressHelp')}
              type="url"
              value={baseUrl}
              onChange={({ currentTarget: { value } }) => {
                setBaseUrl(value);
              }}
            />
          </Collapse>
        </div>
        {connect.isError && <FailureNotice error={connect.error} title={t('connections.form.failed')} />}
        <Group justify="flex-end">
          <Button type="submit" loading={connect.isPending} disabled={!isFilled}>
            {t(connection ? 'connections.form.renew' : 'connections.form.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
