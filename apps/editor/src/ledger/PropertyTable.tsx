import { Anchor, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import ArrowIcon from 'lucide-react/icons/arrow-right';
import BookIcon from 'lucide-react/icons/notebook-text';
import { useTranslation } from 'react-i18next';
import type { Effect } from '../api/generated/types.gen.js';
import { ChangedValue } from '../changes/ChangedValue.js';
import { useNames, type Names } from '../changes/use-names.js';
import { Ago } from '../format/Ago.js';
import { Empty } from '../parts/Empty.js';
import { Panel } from '../parts/Panel.js';
import { useRecipeName } from '../runs/use-recipe-name.js';
import { propertyHistories } from './property-history.js';
import classes from './PropertyTable.module.css';

/** Each property that Tandem has set: what it was, what it became, when, and by which automation. */
export function PropertyTable({ effects }: { effects: readonly Effect[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const histories = propertyHistories(effects);
  if (histories.length === 0)
    return (
      <Panel>
        <Empty icon={BookIcon} title={t('ledger.noProperties.title')} text={t('ledger.noProperties.text')} />
      </Panel>
    );
  return (
    <Panel flush>
      <table className={classes.table}>
        <VisuallyHidden component="caption">{t('ledger.properties')}</VisuallyHidden>
        <thead>
          <tr>
            <th scope="col">{t('ledger.property')}</th>
            <th scope="col">{t('ledger.history')}</th>
          </tr>
        </thead>
        <tbody>
          {histories.map(({ key, target, property, changes }) => (
            <tr key={key}>
              <th scope="row">
                {names.property(target.connector, target.type, property).label}
                <Text size="sm" c="dimmed">
                  {target.label ?? target.id}
                </Text>
              </th>
              <td>
                {changes.map((effect) => (
                  <ChangeRow key={effect.id} effect={effect} names={names} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function ChangeRow({ effect, names }: { effect: Effect; names: Names }) {
  const nameOf = useRecipeName();
  const { target, before, after } = effect;
  const property = effect.property ?? '';
  const { kind } = names.property(target.connector, target.type, property);
  return (
    <div className={classes.change}>
      <ChangedValue value={before} kind={kind} side="before" label={names.value(target.type, property, before)} />
      <ArrowIcon size={14} aria-hidden />
      <ChangedValue value={after} kind={kind} side="after" label={names.value(target.type, property, after)} />
      <Text size="sm" c="dimmed">
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/runs/$runId" params={{ runId: effect.run_id }} {...props} />}
        >
          {nameOf({ key: effect.recipe_key, name: effect.recipe_key })}
        </Anchor>
        {' · '}
        <Ago instant={effect.applied_at ?? effect.planned_at} />
      </Text>
    </div>
  );
}
