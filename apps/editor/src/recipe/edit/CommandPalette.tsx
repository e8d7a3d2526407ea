import { Kbd } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchDialog } from '../picker/SearchDialog.js';
import { SearchList } from '../picker/SearchList.js';
import { useKeyNames } from '../../texts/use-key-names.js';
import { COMMANDS, keysHere, type CommandId } from './command-list.js';

interface CommandPaletteProps {
  isOpen: boolean;
  isPossible: (id: CommandId) => boolean;
  run: (id: CommandId) => void;
  onClose: () => void;
}

/** Everything that can be done just now, to be searched by words, with the keys that do it at once. */
export function CommandPalette({ isOpen, isPossible, run, onClose }: CommandPaletteProps) {
  const { t } = useTranslation();
  const chosen = useRef<CommandId | undefined>(undefined);
  const lines = COMMANDS.filter(({ id }) => id !== 'palette' && isPossible(id)).map(({ id, keys }) => ({
    key: id,
    id,
    keys,
    group: '',
    title: t(`recipe.commands.${id}`),
    about: '',
  }));
  return (
    <SearchDialog
      isOpen={isOpen}
      onClose={onClose}
      onClosed={() => {
        // Only now has the keyboard gone back to where it was, which is where a command may take it away from.
        if (chosen.current) run(chosen.current);
        chosen.current = undefined;
      }}
      returnsFocus
      title={t('recipe.commands.title')}
    >
      <SearchList
        lines={lines}
        label={t('recipe.commands.search')}
        hint={({ keys }) => <Keys keys={keys} />}
        onChoose={({ id }) => {
          chosen.current = id;
          onClose();
        }}
      />
    </SearchDialog>
  );
}

export function Keys({ keys }: { keys: readonly string[] }) {
  const say = useKeyNames();
  return (
    <span>
      {keys.map((key) => (
        <Kbd key={key} size="xs" ml={4}>
          {keysHere(key).replaceAll(/[A-Z][a-z]+/g, (word) => say.label(word))}
        </Kbd>
      ))}
    </span>
  );
}
