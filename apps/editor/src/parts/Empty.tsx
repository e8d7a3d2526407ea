import { Box, Center, Stack, Text, Title } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  /** What will be here, and how it gets here. */
  text: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  /** It stands for a whole page, whose heading it then is. */
  isPage?: boolean;
}

/** What a list shows while it is empty: never just nothing. */
export function Empty({ icon: Icon, title, text, action, isPage = false }: EmptyProps) {
  return (
    <Center py={56} px="md">
      <Stack align="center" gap="xs" maw="46ch">
        <Icon size={28} strokeWidth={1.5} aria-hidden color="var(--mantine-color-dimmed)" />
        <Title order={isPage ? 1 : 2} ta="center">
          {title}
        </Title>
        <Text c="dimmed" ta="center" component="div">
          {text}
        </Text>
        {action !== undefined && <Box mt={6}>{action}</Box>}
      </Stack>
    </Center>
  );
}
