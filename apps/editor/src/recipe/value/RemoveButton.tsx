import { ActionIcon } from '@mantine/core';
import RemoveIcon from 'lucide-react/icons/trash-2';
import { useTranslation } from 'react-i18next';

/** Takes a part away; undo brings it back. */
export function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      size="sm"
      variant="transparent"
      color="gray"
      aria-label={t('recipe.value.remove', { name })}
      onClick={onRemove}
    >
      <RemoveIcon size={14} aria-hidden />
    </ActionIcon>
  );
}
