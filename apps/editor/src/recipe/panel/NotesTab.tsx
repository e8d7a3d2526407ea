import { Button, Checkbox, Code, Group, Stack, Textarea, TextInput } from '@mantine/core';
import type { Step } from '@tandem/recipes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';

interface NotesTabProps {
  step: Step;
  onChange: (step: Step, field: string) => void;
  onRename: (wish: string) => void;
}

/** What a step is called, by people and by other steps, and what is to be known about it. */
export function NotesTab({ step, onChange, onRename }: NotesTabProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  const [wish, setWish] = useState(step.id);
  return (
    <Stack gap="md">
      <TextInput
        label={t('recipe.notes.title')}
        readOnly={isReadOnly}
        maxLength={200}
        value={step.title ?? ''}
        onChange={(event) => {
          const { title: _was, ...rest } = step;
          const title = event.currentTarget.value;
          onChange(title === '' ? rest : { ...rest, title }, 'title');
        }}
      />
      <Textarea
        label={t('recipe.notes.notes')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={5000}
        readOnly={isReadOnly}
        value={step.notes ?? ''}
        onChange={(event) => {
          const { notes: _was, ...rest } = step;
          const notes = event.currentTarget.value;
          onChange(notes === '' ? rest : { ...rest, notes }, 'notes');
        }}
      />
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('recipe.notes.id')}
          description={
            <>
              {t('recipe.notes.idAbout')} <Code>steps.{step.id}</Code>
            </>
          }
          readOnly={isReadOnly}
          value={wish}
          maxLength={64}
          onChange={(event) => {
            setWish(event.currentTarget.value);
          }}
        />
        {!isReadOnly && wish !== step.id && (
          <Button
            variant="default"
            onClick={() => {
              onRename(wish);
            }}
          >
            {t('recipe.notes.rename')}
          </Button>
        )}
      </Group>
      <Checkbox
        label={t('recipe.notes.skip')}
        description={t('recipe.notes.skipAbout')}
        disabled={isReadOnly}
        checked={step.skip === true}
        onChange={(event) => {
          const { skip: _was, ...rest } = step;
          onChange(event.currentTarget.checked ? { ...rest, skip: true } : rest, 'skip');
        }}
      />
    </Stack>
  );
}
