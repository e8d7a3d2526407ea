import { Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import type { Recipe } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { addInput, INPUT_TYPES, putInput, removeInput, renameInput, type CallInput } from '../model/call-inputs.js';
import { KeyInput } from '../settings/KeyInput.js';
import { AddButton } from '../value/AddButton.js';
import { RemoveButton } from '../value/RemoveButton.js';
import { CallOutputs } from './CallOutputs.js';
import classes from './panel.module.css';

interface CallTriggerFormProps {
  trigger: Extract<Recipe['trigger'], { kind: 'call' }>;
  onChange: (recipe: Recipe, field: string) => void;
}

/** What the callers of a recipe hand over, and what they are given back. */
export function CallTriggerForm({ trigger, onChange }: CallTriggerFormProps) {
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  const inputs = Object.entries(trigger.input);
  return (
    <>
      <Stack gap="xs" role="group" aria-label={t('recipe.trigger.callInput')}>
        <Text size="sm" fw={550}>
          {t('recipe.trigger.callInput')}
        </Text>
        {inputs.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('recipe.trigger.callNothing')}
          </Text>
        )}
        {inputs.map(([key, input], place) => (
          <Input key={place} name={key} input={input} taken={Object.keys(trigger.input)} onChange={onChange} />
        ))}
        {!isReadOnly && (
          <AddButton
            onAdd={() => {
              onChange(addInput(recipe, t('recipe.trigger.callNew')), `add input ${inputs.length}`);
            }}
          >
            {t('recipe.trigger.callAdd')}
          </AddButton>
        )}
      </Stack>
      <CallOutputs onChange={onChange} />
    </>
  );
}

interface InputProps extends Pick<CallTriggerFormProps, 'onChange'> {
  name: string;
  input: CallInput;
  /** The names of all of them. */
  taken: readonly string[];
}

function Input({ name, input, taken, onChange }: InputProps) {
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  return (
    <div className={classes.input} role="group" aria-label={name} data-pointer={`/trigger/input/${name}`}>
      <Group gap="xs" wrap="nowrap" align="flex-start" grow preventGrowOverflow={false}>
        <KeyInput
          label={t('recipe.settings.key')}
          value={name}
          taken={taken.filter((one) => one !== name)}
          onTake={(key) => {
            onChange(renameInput(recipe, name, key), 'input name');
          }}
        />
        <Select
          size="xs"
          label={t('recipe.settings.type')}
          readOnly={isReadOnly}
          allowDeselect={false}
          value={input.type}
          data={INPUT_TYPES.map((value) => ({ value, label: t(`recipe.types.${value}`) }))}
          onChange={(chosen) => {
            const type = INPUT_TYPES.find((one) => one === chosen);
            if (type) onChange(putInput(recipe, name, { ...input, type }), `input type ${name}`);
          }}
        />
      </Group>
      <Group justify="space-between" mt={8}>
        <Checkbox
          size="xs"
          label={t('recipe.settings.required')}
          disabled={isReadOnly}
          checked={input.required ?? false}
          onChange={({ currentTarget: { checked } }) => {
            const next: CallInput = checked ? { type: input.type, required: true } : { type: input.type };
            onChange(putInput(recipe, name, next), `input required ${name}`);
          }}
        />
        {!isReadOnly && (
          <RemoveButton
            name={name}
            onRemove={() => {
              onChange(removeInput(recipe, name), `remove input ${name}`);
            }}
          />
        )}
      </Group>
    </div>
  );
}
