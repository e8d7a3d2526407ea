import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import FileIcon from 'lucide-react/icons/file-check';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sandboxCompleteDocument } from '../api/generated/sdk.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';

interface SampleButtonProps {
  templateId: string;
  /** What else can be done instead. */
  children?: ReactNode;
}

/** Has the sandbox make a document of this template, send it and sign it. */
export function SampleButton({ templateId, children }: SampleButtonProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const complete = useMutation({
    mutationFn: () => sandboxCompleteDocument({ body: { template_id: templateId } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button
          leftSection={<FileIcon size={16} aria-hidden />}
          loading={complete.isPending}
          onClick={() => {
            complete.mutate();
          }}
        >
          {t('start.steps.play.sample')}
        </Button>
        {children}
      </Group>
      {complete.isError && <FailureNotice error={complete.error} title={t('start.steps.play.failed')} />}
    </Stack>
  );
}
