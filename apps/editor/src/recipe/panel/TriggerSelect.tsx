import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useServerText } from '../../texts/use-server-text.js';
import { useEdit } from '../edit/edit-context.js';

interface TriggerSelectProps {
  connector: string;
  trigger: string;
  onChange: (connector: string, trigger: string) => void;
}

/** Which event, of which remote system. */
export function TriggerSelect({ connector, trigger, onChange }: TriggerSelectProps) {
  const { t } = useTranslation();
  const serverText = useServerText();
  const { connectors, isReadOnly } = useEdit();
  return (
    <Select
      label={t('recipe.trigger.event')}
      readOnly={isReadOnly}
      allowDeselect={false}
      searchable
      value={`${connector}/${trigger}`}
      data={connectors.map(({ key, title, triggers }) => ({
        group: title,
        items: triggers.map((one) => ({
          value: `${key}/${one.key}`,
          label: serverText(['triggers', key, one.key], one.title),
        })),
      }))}
      onChange={(next) => {
        const [nextConnector, nextTrigger] = next?.split('/') ?? [];
        if (nextConnector !== undefined && nextTrigger !== undefined) onChange(nextConnector, nextTrigger);
      }}
    />
  );
}
