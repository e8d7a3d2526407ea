import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainField } from '../model/schema-field.js';
import { withInput } from '../model/with-input.js';
import { AddButton } from './AddButton.js';
import { PickListInput } from './PickListInput.js';
import { RemoveButton } from './RemoveButton.js';
import { usePickList } from './use-pick-list.js';
import type { PartsProps } from './value-field-props.js';
import { isGroup } from './value-mode.js';
import classes from './value.module.css';

/** Names with values. Names are typed, or chosen from a live list where the connector has one. */
export function PairsInput(props: PartsProps) {
  const {
    label,
    field,
    pointer,
    value,
    onChange,
    isRequired = false,
    connector,
    inputs = {},
    isReadOnly,
    Part,
  } = props;
  const { items } = usePickList(connector, field.pickList, inputs);
  const group = isGroup(value) ? value : {};
  const names = Object.keys(group);
  return (
    <div role="group" aria-label={label} className={classes.parts}>
      {names.map((name) => (
        <div key={name} className={classes.part}>
          <Part
            label={items.find((item) => item.value === name)?.label ?? name}
            isRequired
            field={field.element ?? plainField('any')}
            pointer={`${pointer}/${name}`}
            value={group[name]}
            onChange={(next, part = '') => {
              onChange({ ...group, [name]: next ?? '' }, `/${name}${part}`);
            }}
            tools={
              <RemoveButton
                name={name}
                onRemove={() => {
                  const left = withInput(group, name, undefined);
                  onChange(names.length === 1 && !isRequired ? undefined : left, `/remove ${name}`);
                }}
              />
            }
          />
        </div>
      ))}
      {!isReadOnly && (
        <NewName
          {...props}
          onName={(name) => {
            if (!names.includes(name)) onChange({ ...group, [name]: '' }, `/add ${name}`);
          }}
        />
      )}
    </div>
  );
}

function NewName({ label, field, connector, inputs = {}, onName }: PartsProps & { onName: (name: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const ask = t('recipe.value.addTo', { name: label });
  if (field.pickList && connector !== undefined)
    return (
      <PickListInput
        label={ask}
        hint={ask}
        connector={connector}
        pickList={field.pickList}
        inputs={inputs}
        value={undefined}
        onChange={onName}
        isReadOnly={false}
      />
    );
  const take = (): void => {
    if (typed.trim() !== '') onName(typed.trim());
    setTyped('');
  };
  return (
    <Group gap={6} wrap="nowrap">
      <TextInput
        flex={1}
        size="xs"
        aria-label={ask}
        placeholder={t('recipe.value.newName')}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
      <AddButton disabled={typed.trim() === ''} onAdd={take}>
        {t('recipe.value.add')}
      </AddButton>
    </Group>
  );
}
