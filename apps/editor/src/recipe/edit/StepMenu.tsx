import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMANDS, STEP_COMMANDS, type CommandId } from './command-list.js';
import type { Commands } from './commands-on.js';
import { Keys } from './CommandPalette.js';

interface StepMenuProps {
  /** Where on the page it opens; undefined while it is closed. */
  at: { x: number; y: number } | undefined;
  commands: Commands;
  run: (id: CommandId) => void;
  onClose: () => void;
}

/** What can be done with the chosen steps, where they were pointed at. */
export function StepMenu({ at, commands, run, onClose }: StepMenuProps) {
  const { t } = useTranslation();
  const groups = STEP_COMMANDS.map((ids) => ids.filter((id) => commands[id].isPossible)).filter(
    ({ length }) => length > 0,
  );
  return (
    <Menu
      opened={at !== undefined}
      onChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      position="right-start"
      offset={4}
      width={280}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: at?.x ?? 0, top: at?.y ?? 0 }} />
      </Menu.Target>
      <Menu.Dropdown aria-labelledby={undefined} aria-label={t('recipe.panel.actions')}>
        {groups.map((ids, index) => (
          <Fragment key={ids[0]}>
            {index > 0 && <Menu.Divider />}
            {ids.map((id) => (
              <Menu.Item
                key={id}
                {...(id === 'remove' && { c: 'error' })}
                rightSection={<Keys keys={COMMANDS.find((command) => command.id === id)?.keys.slice(0, 1) ?? []} />}
                onClick={() => {
                  onClose();
                  run(id);
                }}
              >
                {t(`recipe.commands.${id}`)}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
