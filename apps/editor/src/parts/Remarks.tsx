import { List, Text } from '@mantine/core';

interface RemarksProps {
  of: readonly { subject: string; message: string }[];
  my?: number;
}

/** What is said about single things: a property, a field, a row. */
export function Remarks({ of, my = 0 }: RemarksProps) {
  return (
    <List my={my} size="sm" spacing={2}>
      {of.map(({ subject, message }) => (
        <List.Item key={`${subject} ${message}`}>
          <Text span fw={500}>
            {subject}
          </Text>
          {': '}
          {message}
        </List.Item>
      ))}
    </List>
  );
}
