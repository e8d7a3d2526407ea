import { ActionIcon, Collapse, UnstyledButton } from '@mantine/core';
import type { Recipe, Setting } from '@tandem/recipes';
import DownIcon from 'lucide-react/icons/arrow-down';
import UpIcon from 'lucide-react/icons/arrow-up';
import RemoveIcon from 'lucide-react/icons/trash-2';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { moveSetting, removeSetting } from '../model/setting-commands.js';
import { SettingEditor } from './SettingEditor.js';
import classes from './settings.module.css';

interface SettingCardProps {
  setting: Setting;
  index: number;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** An open card stays open where it goes. */
  onMoved: (to: number | undefined) => void;
  onChange: (recipe: Recipe, field: string) => void;
}

/** One setting of the recipe in a line, which opens to be changed. */
export function SettingCard({ setting, index, isOpen, onOpen, onMoved, onChange }: SettingCardProps) {
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  const name = setting.title === '' ? setting.key : setting.title;
  const move = (by: -1 | 1): void => {
    onMoved(isOpen ? index + by : undefined);
    onChange(moveSetting(recipe, index, by), 'move setting');
  };
  return (
    <div className={classes.card} data-pointer={`/settings/${index}`}>
      <div className={classes.head}>
        <UnstyledButton
          className={classes.open}
          aria-expanded={isOpen}
          onClick={() => {
            onOpen(!isOpen);
          }}
        >
          <span className={classes.title}>{name}</span>
          <span className={classes.type}>{t(`recipe.settings.types.${setting.type}`)}</span>
        </UnstyledButton>
        {!isReadOnly && (
          <>
            <ActionIcon
              size="sm"
              variant="transparent"
              color="gray"
              disabled={index === 0}
              aria-label={t('recipe.settings.up', { name })}
              onClick={() => {
                move(-1);
              }}
            >
              <UpIcon size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size="sm"
              variant="transparent"
              color="gray"
              disabled={index === recipe.settings.length - 1}
              aria-label={t('recipe.settings.down', { name })}
              onClick={() => {
                move(1);
              }}
            >
              <DownIcon size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size="sm"
              variant="transparent"
              color="gray"
              aria-label={t('recipe.settings.remove', { name })}
              onClick={() => {
                onMoved(undefined);
                onChange(removeSetting(recipe, index), 'remove setting');
              }}
            >
              <RemoveIcon size={14} aria-hidden />
            </ActionIcon>
          </>
        )}
      </div>
      <Collapse expanded={isOpen}>
        <div className={classes.body}>
          {isOpen && <SettingEditor setting={setting} index={index} onChange={onChange} />}
        </div>
      </Collapse>
    </div>
  );
}
