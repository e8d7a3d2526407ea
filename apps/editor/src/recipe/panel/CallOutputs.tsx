import { Box, Group, Stack, Text } from '@mantine/core';
import type { Recipe } from '@tandem/recipes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit, useIssueAt } from '../edit/edit-context.js';
import { addOutput, outputsOf, putOutput, removeOutput, renameOutput, withOutputs } from '../model/call-outputs.js';
import { plainField } from '../model/schema-field.js';
import { KeyInput } from '../settings/KeyInput.js';
import { AddButton } from '../value/AddButton.js';
import { FormulaInput } from '../value/FormulaInput.js';
import { LinesOrJson } from '../value/LinesOrJson.js';
import { isGroup } from '../value/value-mode.js';
import { RemoveButton } from '../value/RemoveButton.js';
import { ValueField } from '../value/ValueField.js';
import classes from './panel.module.css';

interface CallOutputsProps {
  onChange: (recipe: Recipe, field: string) => void;
}

const POINTER = '/trigger/output';

/** What the callers of a recipe are given back: named values of its steps, as a form or as JSON. */
export function CallOutputs({ onChange }: CallOutputsProps) {
  const { t } = useTranslation();
  const [isJson, setJson] = useState(false);
  const label = t('recipe.trigger.callOutput');
  return (
    <Stack gap="xs" role="group" aria-label={label} data-pointer={POINTER}>
      <LinesOrJson label={label} isJson={isJson} onChange={setJson} />
      <Text size="xs" c="dimmed">
        {t('recipe.trigger.callOutputAbout')}
      </Text>
      {isJson ? <OutputsJson label={label} onChange={onChange} /> : <OutputFields onChange={onChange} />}
    </Stack>
  );
}

function OutputsJson({ label, onChange }: CallOutputsProps & { label: string }) {
  const { recipe, isReadOnly } = useEdit();
  const issue = useIssueAt(POINTER);
  return (
    <FormulaInput
      label={label}
      value={Object.fromEntries(outputsOf(recipe))}
      isReadOnly={isReadOnly}
      error={issue?.message}
      onChange={(value) => {
        if (isGroup(value)) onChange(withOutputs(recipe, Object.entries(value)), 'output');
      }}
    />
  );
}

function OutputFields({ onChange }: CallOutputsProps) {
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  const outputs = outputsOf(recipe);
  return (
    <>
      {outputs.map(([key, value], place) => (
        <div key={place} className={classes.input} role="group" aria-label={key}>
          <Group gap={4} mb={8} wrap="nowrap" align="flex-end" justify="space-between">
            <Box flex={1}>
              <KeyInput
                label={t('recipe.settings.key')}
                value={key}
                taken={outputs.map(([one]) => one).filter((one) => one !== key)}
                onTake={(next) => {
                  onChange(renameOutput(recipe, key, next), 'output name');
                }}
              />
            </Box>
            {!isReadOnly && (
              <RemoveButton
                name={key}
                onRemove={() => {
                  onChange(removeOutput(recipe, key), `remove output ${key}`);
                }}
              />
            )}
          </Group>
          <ValueField
            label={t('recipe.trigger.callOutputValue')}
            field={plainField('any')}
            isRequired
            pointer={`${POINTER}/${key}`}
            value={value}
            onChange={(next, part = '') => {
              onChange(putOutput(recipe, key, next ?? ''), `output ${key}${part}`);
            }}
          />
        </div>
      ))}
      {!isReadOnly && (
        <AddButton
          onAdd={() => {
            onChange(addOutput(recipe, t('recipe.trigger.callOutputNew')), `add output ${outputs.length}`);
          }}
        >
          {t('recipe.trigger.callOutputAdd')}
        </AddButton>
      )}
    </>
  );
}
