import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { addSetting, MAX_SETTINGS, moveSetting } from '../model/setting-commands.js';
import { useOrder } from '../order/use-order.js';
import { SettingCard } from './SettingCard.js';
import { SettingsJson } from './SettingsJson.js';
import { SettingsPreview } from './SettingsPreview.js';
import type { SettingsProps } from './settings-props.js';
import { AddButton } from '../value/AddButton.js';

/** What people fill in where the recipe is switched on: declared in a form, or as JSON, and shown as they will see it. */
export function SettingsBuilder({ onChange }: SettingsProps) {
  const { t } = useTranslation();
  const [isJson, setJson] = useState(false);
  return (
    <div data-pointer="/settings">
      <Stack gap="xs">
        <div>
          <Text size="sm" fw={550}>
            {t('recipe.about.settings')}
          </Text>
          <Text size="xs" c="dimmed">
            {t('recipe.about.settingsAbout')}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t('recipe.settings.view')}
          value={isJson ? 'json' : 'form'}
          data={(['form', 'json'] as const).map((value) => ({ value, label: t(`recipe.settings.views.${value}`) }))}
          onChange={(view) => {
            setJson(view === 'json');
          }}
        />
        {isJson ? <SettingsJson onChange={onChange} /> : <SettingCards onChange={onChange} />}
        <SettingsPreview />
      </Stack>
    </div>
  );
}

function SettingCards({ onChange }: SettingsProps) {
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  const [open, setOpen] = useState<number | undefined>(undefined);
  const move = (from: number, to: number): void => {
    setOpen(open === from ? to : undefined); // an open card stays open where it goes
    onChange(moveSetting(recipe, from, to), 'move setting');
  };
  const order = useOrder(move);
  return (
    <>
      {recipe.settings.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('recipe.settings.none')}
        </Text>
      )}
      <Stack gap="xs" data-lines>
        {recipe.settings.map((setting, index) => (
          <SettingCard
            key={index}
            setting={setting}
            index={index}
            isOpen={open === index}
            onOpen={(isOpen) => {
              setOpen(isOpen ? index : undefined);
            }}
            onMove={move}
            onRemoved={() => {
              setOpen(undefined);
            }}
            onChange={onChange}
            handle={order.handleOf(index)}
            mark={order.markOf(index)}
          />
        ))}
      </Stack>
      {!isReadOnly && recipe.settings.length < MAX_SETTINGS && (
        <AddButton
          onAdd={() => {
            setOpen(recipe.settings.length);
            onChange(addSetting(recipe, t('recipe.settings.newTitle')), `add setting ${recipe.settings.length}`);
          }}
        >
          {t('recipe.settings.add')}
        </AddButton>
      )}
    </>
  );
}
