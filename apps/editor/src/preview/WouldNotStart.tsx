import { List, Text } from '@mantine/core';
import type { Json } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../api/generated/types.gen.js';
import { Notice } from '../parts/Notice.js';
import { capital } from '../texts/key-names.js';
import { useKeyNames } from '../texts/use-key-names.js';
import { useValueName } from '../texts/use-value-name.js';

interface WouldNotStartProps {
  start: Preview['start'];
  /** A condition in words. Without it only the values that it looks at are shown. */
  sayCondition?: (condition: Json) => string;
}

/** That the document would not start the recipe, and why. Nothing when it would. */
export function WouldNotStart({ start, sayCondition }: WouldNotStartProps) {
  const { t } = useTranslation();
  const say = useKeyNames();
  const valueName = useValueName();
  if (start === undefined || start.would) return null;
  const shown = (value: unknown): string => {
    if (typeof value === 'string') return valueName(value);
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
                {start.failing.map(({ condition, values }, place) => (
                  <List.Item key={place}>
                    {sayCondition && <Text span>{capital(sayCondition(condition))}</Text>}
                    {values.map(({ pill, value }) => (
                      <Text key={pill} size="sm" c="dimmed">
                        {t('preview.start.value', {
                          name: capital(say.key(pill.split('.').at(-1) ?? pill)),
                          value: shown(value) || nothing,
                        })}
                      </Text>
                    ))}
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
