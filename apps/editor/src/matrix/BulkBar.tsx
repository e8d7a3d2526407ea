import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './BulkBar.module.css';

interface BulkBarProps {
  /** How many templates are meant. */
  templates: number;
  /** Names of the selected automations; none: any. */
  automations: readonly string[];
  onSwitch: () => void;
  onClear: () => void;
}

/** What is selected, and what can be done with it. */
export function BulkBar({ templates, automations, onSwitch, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar} role="region" aria-label={t('matrix.bulk.bar')}>
      <Text fw={500} size="sm" role="status">
        {t('matrix.bulk.selected', { count: templates })}
        {automations.length > 0 && ` × ${automations.join(', ')}`}
      </Text>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={onClear}>
          {t('matrix.bulk.clear')}
        </Button>
        <Button size="xs" onClick={onSwitch}>
          {t('matrix.bulk.switch')}
        </Button>
      </Group>
    </div>
  );
}
