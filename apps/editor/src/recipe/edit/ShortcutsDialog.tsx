import { Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { COMMANDS } from './command-list.js';
import { Keys } from './CommandPalette.js';

const MOVES = [
  ['move', ['↑', '↓', '←', '→']],
  ['more', ['Shift + ↑ ↓']],
  ['leave', ['Esc']],
  ['menu', ['Shift + F10']],
] as const;

/** With the mouse, while a key is held. */
const MOUSE = [
  ['one', 'Ctrl', 'click'],
  ['range', 'Shift', 'click'],
  ['frame', 'Shift', 'drag'],
] as const;

/** All keys of the editor. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const lines = [
    ...MOVES.map(([name, keys]) => ({ text: t(`recipe.shortcuts.${name}`), keys })),
    ...MOUSE.map(([name, key, by]) => ({
      text: t(`recipe.shortcuts.${name}`),
      keys: [`${key} + ${t(`recipe.shortcuts.${by}`)}`],
    })),
    ...COMMANDS.filter(({ keys }) => keys.length > 0).map(({ id, keys }) => ({
      text: t(`recipe.commands.${id}`),
      keys,
    })),
  ];
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('recipe.shortcuts.title')}
    >
      <Table>
        <Table.Tbody>
          {lines.map(({ text, keys }) => (
            <Table.Tr key={text}>
              <Table.Th fw={400}>{text}</Table.Th>
              <Table.Td ta="end">
                <Keys keys={keys} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
