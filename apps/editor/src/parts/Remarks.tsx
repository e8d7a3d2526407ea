import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../texts/use-said.js';

interface RemarksProps {
  of: readonly { subject: string; message: string }[];
  my?: number;
}

/** What is said about single things: a property, a field, a row. */
export function Remarks({ of, my = 0 }: RemarksProps) {
  const { t } = useTranslation();
  const said = useSaid();
  return (
    <List my={my} size="sm" spacing={2}>
      {of.map(({ subject, message }) => (
        <List.Item key={`${subject} ${message}`}>
          <Text span fw={500}>
            {said(subject)}
          </Text>
          {t('common.colon')}
          {said(message)}
        </List.Item>
      ))}
    </List>
  );
}
