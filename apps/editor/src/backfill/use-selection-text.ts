import { useTranslation } from 'react-i18next';
import type { BackfillSelection } from '../api/generated/types.gen.js';
import { useFormat } from '../format/use-format.js';
import { useTemplates } from '../matrix/use-templates.js';
import { useStatusNames } from './use-status-names.js';
import { lastMomentBefore } from './selection.js';

/** What was chosen, in one line. */
export function useSelectionText(): (selection: BackfillSelection) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const templates = useTemplates();
  const { nameOf } = useStatusNames();
  return ({ template_ids: ids, statuses, changed_from: from, changed_to: to }) => {
    const names = ids.map((id) => templates.data?.find((template) => template.id === id)?.name ?? id);
    const period =
      from !== null && to !== null
        ? t('backfill.between', { from: format.day(from), to: format.day(lastMomentBefore(to)) })
        : from !== null
          ? t('backfill.since', { from: format.day(from) })
          : to !== null
            ? t('backfill.until', { to: format.day(lastMomentBefore(to)) })
            : t('backfill.anyTime');
    return [
      names.length === 0 ? t('backfill.anyTemplate') : format.list(names),
      format.list(statuses.map(nameOf)),
      period,
    ].join(' · ');
  };
}
