import { useTranslation } from 'react-i18next';
import { isDay, isOpen, type Period } from './period.js';
import { useFormat } from './use-format.js';

/** A period in words, such as “Last hour” or “24 Nov 2026 – 26 Nov, 09:30”. */
export function usePeriodText(): (period: Period) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const bound = (text: string): string => (isDay(text) ? format.day(`${text}T00:00`) : format.instant(text));
  return (period) => {
    const { last, from, to } = period;
    if (last !== undefined) return t(`common.period.${last}`);
    if (isOpen(period)) return t('common.period.any');
    if (from === undefined || to === undefined) {
      const key = from === undefined ? 'until' : 'since';
      return t(`common.period.${key}`, { when: bound(from ?? to ?? '') });
    }
    return from === to ? bound(from) : `${bound(from)} – ${bound(to)}`;
  };
}
