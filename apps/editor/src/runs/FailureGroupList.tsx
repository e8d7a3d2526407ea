import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailureGroup } from '../api/generated/types.gen.js';
import { Ago } from '../format/Ago.js';
import { useFormat } from '../format/use-format.js';
import classes from './FailureGroupList.module.css';
import type { RunFilter } from './run-filter.js';
import { useRecipeName } from './use-recipe-name.js';
import { useSaid } from '../texts/use-said.js';

const SHOWN = 3;

interface FailureGroupListProps {
  groups: readonly FailureGroup[];
  filter: RunFilter;
  onRetry: (group: FailureGroup) => void;
}

/** Failures by their cause, the commonest first: put right once, retry all. */
export function FailureGroupList({ groups, filter, onRetry }: FailureGroupListProps) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const most = Math.max(1, ...groups.map(({ count }) => count));
  const chosen = groups.filter(({ id }) => id === filter.group);
  const shown = isWhole ? groups : [...new Set([...chosen, ...groups])].slice(0, SHOWN);
  return (
    <>
      <ul className={classes.list}>
        {shown.map((group) => (
          <GroupRow key={group.id} group={group} filter={filter} share={group.count / most} onRetry={onRetry} />
        ))}
      </ul>
      {groups.length > SHOWN && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-expanded={isWhole}
          onClick={() => {
            setWhole(!isWhole);
          }}
        >
          {isWhole ? t('runs.groups.fewer') : t('runs.groups.more', { count: groups.length - SHOWN })}
        </Button>
      )}
    </>
  );
}

interface GroupRowProps extends Omit<FailureGroupListProps, 'groups'> {
  group: FailureGroup;
  /** Of the largest group. */
  share: number;
}

function GroupRow({ group, filter, share, onRetry }: GroupRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useRecipeName();
  const said = useSaid();
  const isChosen = filter.group === group.id;
  const { group: _, ...others } = filter;
  return (
    <li className={classes.group}>
      <div className={classes.count}>
        <b className="numbers">{format.number(group.count)}</b>
        <i style={{ width: `${Math.max(4, share * 100)}%` }} />
      </div>
      <div className={classes.what}>
        <Link
          to="/runs"
          search={isChosen ? others : { ...others, status: 'failed', group: group.id }}
          replace
          className={classes.link}
          aria-current={isChosen ? 'true' : undefined}
        >
          {said(group.message)}
        </Link>
        <Text size="sm" c="dimmed">
          {nameOf(group.recipe)}
          {' · '}
          {t('runs.groups.last')} <Ago instant={group.last_at} />
        </Text>
        <Text size="sm">{said(group.sample.error.remedy)}</Text>
      </div>
      <Button
        variant="default"
        size="xs"
        aria-label={t('runs.groups.retryLabel', { message: said(group.message) })}
        onClick={() => {
          onRetry(group);
        }}
      >
        {t('runs.groups.retry')}
      </Button>
    </li>
  );
}
