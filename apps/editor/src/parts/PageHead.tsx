import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

interface PageHeadProps {
  title: string;
  /** One sentence on what the page is for. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Above the title: where the page belongs. */
  trail?: ReactNode;
}

/** The head of a page; names the browser's tab, too. */
export function PageHead({ title, lead, actions, trail }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Tandem`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-end" gap="md" mb="lg">
      <Stack gap={4} miw={0}>
        {trail}
        <Title order={1} className="wrap">
          {title}
        </Title>
        {lead !== undefined && (
          <Text c="dimmed" maw="64ch" component="div">
            {lead}
          </Text>
        )}
      </Stack>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
