import { Collapse, UnstyledButton } from '@mantine/core';
import type { Recipe, Setting } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { removeSetting } from '../model/setting-commands.js';
import { DragHandle } from '../order/DragHandle.js';
import { MoveButtons } from '../order/MoveButtons.js';
import order from '../order/order.module.css';
import type { useOrder } from '../order/use-order.js';
import { RemoveButton } from '../value/RemoveButton.js';
import { SettingEditor } from './SettingEditor.js';
import classes from './settings.module.css';

interface SettingCardProps {
  setting: Setting;
  index: number;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onMove: (from: number, to: number) => void;
  onRemoved: () => void;
  onChange: (recipe: Recipe, field: string) => void;
  /** What it is dragged by, and how it looks meanwhile. */
  handle: ReturnType<Order['handleOf']>;
  mark: ReturnType<Order['markOf']>;
}

type Order = ReturnType<typeof useOrder>;

/** One setting of the recipe in a line, which opens to be changed. */
export function SettingCard(props: SettingCardProps) {
  const { setting, index, isOpen, onOpen, onMove, onRemoved, onChange } = props;
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  const name = setting.title === '' ? setting.key : setting.title;
  return (
    <div className={`${classes.card} ${order.line}`} data-pointer={`/settings/${index}`} {...props.mark}>
      <div className={classes.head}>
        {!isReadOnly && <DragHandle {...props.handle} />}
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
            <MoveButtons name={name} index={index} of={recipe.settings.length} onMove={onMove} />
            <RemoveButton
              name={name}
              onRemove={() => {
                onRemoved();
                onChange(removeSetting(recipe, index), `remove setting ${recipe.settings.length}`);
              }}
            />
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
