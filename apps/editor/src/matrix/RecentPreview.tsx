import { Button, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import EyeIcon from 'lucide-react/icons/eye';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { historyListEvents, runsPreview } from '../api/generated/sdk.gen.js';
import type { PreviewRequest } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { PreviewView } from '../preview/PreviewView.js';
import type { SettingValues } from '../settings/settings-form.js';
import type { Column } from './matrix.js';
import { recentDocuments } from './recent-documents.js';

const LOOK_BACK = 200;

interface RecentPreviewProps {
  recipe: Column;
  /** null: of any template. */
  templateIds: readonly string[] | null;
  settings: SettingValues;
  /** It may delete something: it has to be looked at before it is switched on. */
  isRequired: boolean;
  /** The preview was shown, or there is no document to show it on. */
  onSeen: () => void;
}

/** What the automation would do now for a document that Tandem has heard of lately. */
export function RecentPreview({ recipe, templateIds, settings, isRequired, onSeen }: RecentPreviewProps) {
  const { t } = useTranslation();
  const events = useQuery({
    queryKey: ['events', 'recent'],
    queryFn: ({ signal }) => historyListEvents({ query: { limit: LOOK_BACK }, signal }),
    staleTime: 10_000,
  });
  const documents = recentDocuments(events.data?.items ?? [], templateIds);
  const [chosen, setChosen] = useState<string | null>(null);
  const documentId = chosen ?? documents[0]?.value ?? null;
  const preview = useMutation({
    mutationFn: (id: string) =>
      runsPreview({
        // The settings are JSON, since they were read as such or entered in a form.
        body: { recipe: recipe.key, document_id: id, settings: settings as NonNullable<PreviewRequest['settings']> },
      }),
    onSuccess: onSeen,
  });
  if (events.isPending) return <Skeleton height={60} />;
  if (documents.length === 0) return isRequired ? <NothingToPreview onSeen={onSeen} /> : null;
  return (
    <Stack gap="sm">
      {isRequired && (
        <Notice tone="attention" title={t('matrix.deletes.title')}>
          {t('matrix.deletes.text')}
        </Notice>
      )}
      <Select
        label={t('matrix.previewOn')}
        data={documents}
        value={documentId}
        onChange={setChosen}
        allowDeselect={false}
        searchable={documents.length > 8}
        nothingFoundMessage={t('common.nothingFound')}
      />
      <Button
        variant={isRequired ? 'filled' : 'default'}
        leftSection={<EyeIcon size={15} aria-hidden />}
        loading={preview.isPending}
        onClick={() => {
          if (documentId !== null) preview.mutate(documentId);
        }}
      >
        {t('matrix.preview')}
      </Button>
      {preview.isError && <FailureNotice error={preview.error} title={t('preview.failed')} />}
      {preview.data && <PreviewView preview={preview.data} recipe={recipe} />}
      {preview.data && (
        <Text size="sm" c="dimmed">
          {t('preview.nothingDone')}
        </Text>
      )}
    </Stack>
  );
}

function NothingToPreview({ onSeen }: { onSeen: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice tone="attention" title={t('matrix.deletes.title')}>
      <Text mb={8}>{t('matrix.deletes.noDocument')}</Text>
      <Button size="xs" variant="default" onClick={onSeen}>
        {t('matrix.deletes.understood')}
      </Button>
    </Notice>
  );
}
