import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../api/generated/types.gen.js';
import { Notice } from '../parts/Notice.js';
import { useServerText } from '../texts/use-server-text.js';

/** That the document would not start the recipe, and why. Nothing when it would. */
export function WouldNotStart({ start }: { start: Preview['start'] }) {
  const { t } = useTranslation();
  const serverText = useServerText();
  if (start === undefined || start.would) return null;
  const shown = (value: unknown): string => {
    if (typeof value === 'string') return serverText(['values', value], value);
    if (Array.isArray(value)) return value.map(shown).join(', ');
    if (typeof value === 'object' && value !== null) return Object.keys(value).map(shown).join(', ');
    return value === null ? '' : JSON.stringify(value);
  };
  const nothing = t('preview.start.empty');
  return (
    <Notice tone="attention" title={t('preview.start.not')}>
      <List spacing={2}>
        {start.because.map((reason) => (
          <List.Item key={reason}>
            {t(`preview.start.${reason}`)}
            {reason === 'condition' && (
              <List size="sm" spacing={0}>
                {start.values.map(({ pill, value }) => (
                  <List.Item key={pill}>
                    {t('preview.start.value', { name: readable(pill), value: shown(value) || nothing })}
                  </List.Item>
                ))}
              </List>
            )}
          </List.Item>
        ))}
      </List>
      <Text c="dimmed">{t('preview.start.anyway')}</Text>
    </Notice>
  );
}

/** `trigger.document_name` → Document name */
function readable(pill: string): string {
  const words = (pill.split('.').at(-1) ?? pill).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
