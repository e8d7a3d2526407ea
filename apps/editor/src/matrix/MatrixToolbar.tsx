import { CloseButton, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import SearchIcon from 'lucide-react/icons/search';
import { useTranslation } from 'react-i18next';
import { pathOf, type Folder, type RowFilter } from './matrix.js';

interface MatrixToolbarProps {
  filter: RowFilter;
  folders: readonly Folder[];
  /** How many templates are shown. */
  count: number;
  /** How many are still to be looked at before all that are not ready are found. */
  unchecked: number;
  onChange: (change: RowFilter) => void;
}

/** Which templates are shown. */
export function MatrixToolbar({ filter, folders, count, unchecked, onChange }: MatrixToolbarProps) {
  const { t } = useTranslation();
  const { search = '', folder, show } = filter;
  const shown: Record<string, RowFilter['show']> = { on: 'on', off: 'off', not_ready: 'not_ready' };
  return (
    <Group gap="sm" role="search">
      <TextInput
        aria-label={t('matrix.search')}
        placeholder={t('matrix.search')}
        leftSection={<SearchIcon size={15} aria-hidden />}
        rightSection={
          search !== '' && (
            <CloseButton
              size="sm"
              aria-label={t('matrix.clearSearch')}
              onClick={() => {
                onChange({ search: '' });
              }}
            />
          )
        }
        w={240}
        value={search}
        onChange={({ currentTarget: { value } }) => {
          onChange({ search: value });
        }}
      />
      {folders.length > 0 && (
        <NativeSelect
          aria-label={t('matrix.folder')}
          w={190}
          value={folder ?? ''}
          data={[{ value: '', label: t('matrix.allFolders') }, ...folders.map(pathOf)]}
          onChange={({ currentTarget: { value } }) => {
            onChange({ folder: value });
          }}
        />
      )}
      <NativeSelect
        aria-label={t('matrix.show')}
        w={190}
        value={show ?? ''}
        data={[
          { value: '', label: t('matrix.showAll') },
          { value: 'on', label: t('matrix.showOn') },
          { value: 'off', label: t('matrix.showOff') },
          { value: 'not_ready', label: t('matrix.showNotReady') },
        ]}
        onChange={({ currentTarget: { value } }) => {
          onChange({ show: shown[value] });
        }}
      />
      <Text c="dimmed" size="sm" role="status">
        {t('matrix.count', { count })}
        {unchecked > 0 && ` · ${t('matrix.checking', { count: unchecked })}`}
      </Text>
    </Group>
  );
}
