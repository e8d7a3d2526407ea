import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before a page with unsaved work is left, by a link or by closing the tab. */
export function useLeaveWarning(isDirty: boolean): void {
  const { t } = useTranslation();
  useBlocker({
    shouldBlockFn: () => isDirty && !window.confirm(t('recipe.leave')),
    enableBeforeUnload: isDirty,
    disabled: !isDirty,
  });
}
