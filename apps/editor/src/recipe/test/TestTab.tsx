import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import PlayIcon from 'lucide-react/icons/play';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../api/generated/types.gen.js';
import { WouldNotStart } from '../../preview/WouldNotStart.js';
import { FailureNotice } from '../../parts/FailureNotice.js';
import { Notice } from '../../parts/Notice.js';
import type { SettingValues } from '../../settings/settings-form.js';
import { SettingsForm } from '../../settings/SettingsForm.js';
import { useSayCondition } from '../condition/use-way-label.js';
import { useEdit } from '../edit/edit-context.js';
import { PreviewedStep } from './PreviewedStep.js';
import { stepOfPath } from './preview-states.js';
import { recentDocumentsQuery } from './queries.js';
import classes from './test.module.css';
import { Said } from '../../texts/Said.js';

export interface TestTabProps {
  /** The chosen step; without one the whole recipe is shown. */
  step: string | undefined;
  preview: Preview | undefined;
  isRunning: boolean;
  error: Error | null;
  /** To try with; what is not filled in comes from the automation of the document's template. */
  settings: SettingValues;
  onSettings: (settings: SettingValues) => void;
  onPreview: (documentId: string) => void;
}

/** A preview on a real document: reads, plans, and writes nothing. */
export function TestTab({ step, preview, isRunning, error, settings, onSettings, onPreview }: TestTabProps) {
  const { t } = useTranslation();
  const { recipe } = useEdit();
  const recent = useQuery(recentDocumentsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const documents = recent.data ?? [];
  const documentId = chosen ?? documents[0]?.value ?? '';
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('recipe.test.about')}
      </Text>
      {documents.length > 0 ? (
        <Select
          label={t('recipe.test.document')}
          searchable
          allowDeselect={false}
          data={documents}
          value={documentId}
          onChange={setChosen}
        />
      ) : (
        <TextInput
          label={t('recipe.test.documentId')}
          description={t('recipe.test.documentIdAbout')}
          value={chosen ?? ''}
          onChange={(event) => {
            setChosen(event.currentTarget.value.trim());
          }}
        />
      )}
      {recipe.settings.length > 0 && (
        <details open={recipe.settings.some(({ required }) => required)}>
          <summary className={classes.summary}>{t('recipe.test.settings')}</summary>
          <Text size="xs" c="dimmed" mb="sm">
            {t('recipe.test.settingsAbout')}
          </Text>
          <SettingsForm
            recipe={recipe.key}
            settings={recipe.settings}
            values={settings}
            problems={{}}
            onChange={onSettings}
          />
        </details>
      )}
      <Button
        leftSection={<PlayIcon size={15} aria-hidden />}
        loading={isRunning}
        disabled={documentId === ''}
        onClick={() => {
          onPreview(documentId);
        }}
      >
        {t('recipe.test.run')}
      </Button>
      {error && <FailureNotice error={error} title={t('recipe.test.failed')} />}
      {preview && <Outcome preview={preview} step={step} />}
    </Stack>
  );
}

function Outcome({ preview, step }: { preview: Preview; step: string | undefined }) {
  const { t } = useTranslation();
  const [wantsAll, setWantsAll] = useState(false);
  const sayCondition = useSayCondition();
  const isOfStep = (path: string): boolean => step === undefined || stepOfPath(path) === step;
  const isReached = preview.steps.some(({ path }) => isOfStep(path));
  // What failed is shown whichever step is looked at: it is why the others were not reached.
  const shown = preview.steps.filter(({ path, error }) => wantsAll || isOfStep(path) || error !== null);
  return (
    <Stack gap="md" aria-live="polite">
      <WouldNotStart start={preview.start} sayCondition={sayCondition} />
      <Notice
        tone={preview.end.kind === 'succeeded' ? 'good' : 'bad'}
        title={t(preview.end.kind === 'succeeded' ? 'recipe.test.succeeded' : 'recipe.test.wouldFail')}
      >
        <Said text={preview.end.message} />
      </Notice>
      {!isReached && <Text c="dimmed">{t('recipe.test.notReached')}</Text>}
      {shown.map((one) => (
        <PreviewedStep key={one.path} step={one} />
      ))}
      {shown.length < preview.steps.length && (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            setWantsAll(true);
          }}
        >
          {t('recipe.test.showAll', { count: preview.steps.length })}
        </Button>
      )}
    </Stack>
  );
}
