import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const SHORTCUTS = [
  ['move', ['↑', '↓', '←', '→']],
  ['more', ['Shift + ↑', 'Shift + ↓']],
  ['add', ['A']],
  ['nudge', ['Alt + ↑', 'Alt + ↓']],
  ['nest', ['Alt + →', 'Alt + ←']],
  ['duplicate', ['Ctrl + D']],
  ['remove', ['Delete']],
  ['clipboard', ['Ctrl + C', 'Ctrl + X', 'Ctrl + V']],
  ['undo', ['Ctrl + Z', 'Ctrl + Y']],
  ['all', ['Ctrl + A']],
  ['save', ['Ctrl + S']],
  ['help', ['?']],
] as const;

/** All keys of the editor. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('recipe.shortcuts.title')}>
      <Table>
        <Table.Tbody>
          {SHORTCUTS.map(([name, keys]) => (
            <Table.Tr key={name}>
              <Table.Th fw={400}>{t(`recipe.shortcuts.${name}`)}</Table.Th>
              <Table.Td>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
