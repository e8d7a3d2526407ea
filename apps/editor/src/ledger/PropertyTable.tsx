import { Anchor, Badge, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import ArrowIcon from 'lucide-react/icons/arrow-right';
import BookIcon from 'lucide-react/icons/notebook-text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Effect, RunSummary } from '../api/generated/types.gen.js';
import { ChangedValue } from '../changes/ChangedValue.js';
import { useNames, type Names } from '../changes/use-names.js';
import { Ago } from '../format/Ago.js';
import { Empty } from '../parts/Empty.js';
import { Panel } from '../parts/Panel.js';
import { useRunName } from '../runs/use-run-name.js';
import { instantOf, propertyHistories, type PropertyHistory, type PropertyMoment } from './property-history.js';
import classes from './PropertyTable.module.css';

interface PropertyTableProps {
  /** Newest first. */
  effects: readonly Effect[];
  runs: readonly RunSummary[];
}

/** Each property that Tandem has set: what it was, what it became, when, and who or what set it. */
export function PropertyTable({ effects, runs }: PropertyTableProps) {
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
          {histories.map((history) => (
            <tr key={history.key}>
              <th scope="row">
                {names.property(history.target.connector, history.target.type, history.property).label}
                <Text size="sm" c="dimmed" lineClamp={2}>
                  {history.target.label ?? history.target.id}
                </Text>
              </th>
              <td>
                {history.moments.map((moment) => (
                  <MomentRow key={moment.key} moment={moment} history={history} names={names} runs={runs} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface MomentRowProps {
  moment: PropertyMoment;
  history: PropertyHistory;
  names: Names;
  runs: readonly RunSummary[];
}

function MomentRow({ moment, history: { target, property }, names, runs }: MomentRowProps) {
  const { kind } = names.property(target.connector, target.type, property);
  const { before, after } = moment.kind === 'ours' ? moment.effect : moment;
  const { currency } = moment.kind === 'ours' ? moment.effect.target : target;
  const value = (side: 'before' | 'after', of: unknown): ReactNode => (
    <ChangedValue value={of} kind={kind} currency={currency} side={side} label={names.value(target, property, of)} />
  );
  return (
    <div className={`${classes.change} ${moment.kind === 'outside' ? classes.outside : ''}`}>
      {value('before', before)}
      <ArrowIcon size={14} aria-hidden />
      {value('after', after)}
      {moment.kind === 'ours' ? <SetBy effect={moment.effect} runs={runs} /> : <SetOutside moment={moment} />}
    </div>
  );
}

function SetBy({ effect, runs }: { effect: Effect; runs: readonly RunSummary[] }) {
  const { t } = useTranslation();
  const nameOf = useRunName();
  const { run_id: runId, recipe_key: key } = effect;
  const run = runs.find(({ id }) => id === runId) ?? { recipe: { key, name: key, version: 0 }, undo_of: null };
  return (
    <Text size="sm" c="dimmed" component="div">
      <Anchor size="sm" renderRoot={(props) => <Link to="/runs/$runId" params={{ runId }} {...props} />}>
        {nameOf(run)}
      </Anchor>
      {' · '}
      <Ago instant={instantOf(effect)} />{' '}
      {effect.status === 'undone' && (
        <Badge color="ochre" size="sm">
          {t('changes.status.undone')}
        </Badge>
      )}
    </Text>
  );
}

function SetOutside({ moment }: { moment: PropertyMoment & { kind: 'outside' } }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed" component="div">
      {t('ledger.outside')}
      {' · '}
      <Ago instant={moment.until} />
    </Text>
  );
}
