import { ActionIcon, Anchor, Group, Text, Title, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import OutlineIcon from 'lucide-react/icons/list-tree';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../api/generated/types.gen.js';
import { isOpen } from '../is-open.js';
import { RunActions } from '../RunActions.js';
import { RunStatus } from '../RunStatus.js';
import { useRecipeName } from '../use-recipe-name.js';
import classes from './board.module.css';
import { Elapsed } from './Elapsed.js';
import workbench from '../../look/workbench.module.css';

interface RunHeadProps {
  run: Run;
  isOutlineOpen: boolean;
  onOutline: () => void;
}

/** Which run it is, how it stands, and what can be done about it. */
export function RunHead({ run, isOutlineOpen, onOutline }: RunHeadProps) {
  const { t } = useTranslation();
  const name = useRecipeName()(run.recipe);
  const deal = run.deal_name ?? (run.deal_id && t('runs.deal', { id: run.deal_id }));
  const about = run.document?.name ?? run.document?.id ?? deal;
  const title = about ? `${name} · ${about}` : name;
  useEffect(() => {
    document.title = `${title} · Tandem`;
  }, [title]);
  return (
    <header className={workbench.head}>
      <div className={workbench.title}>
        <Anchor renderRoot={(anchor) => <Link to="/runs" {...anchor} />} size="sm">
          {t('runs.title')}
        </Anchor>
        <Text span c="dimmed" aria-hidden>
          /
        </Text>
        <div className={classes.names}>
          <Title order={1} className={workbench.name} title={name}>
            {name}
          </Title>
          {about && (
            <Text size="xs" c="dimmed" truncate title={about}>
              {about}
            </Text>
          )}
        </div>
        <Group gap={6} wrap="nowrap" role="status">
          <RunStatus of={run.status} />
          {run.status === 'running' && run.started_at && <Elapsed since={run.started_at} />}
        </Group>
      </div>
      <Group gap={6} wrap="nowrap">
        <Tooltip label={t('runs.map.outline')}>
          <ActionIcon
            className={workbench.tool}
            aria-label={t('runs.map.outline')}
            aria-pressed={isOutlineOpen}
            onClick={onOutline}
          >
            <OutlineIcon size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <RunActions run={run} key={isOpen(run) ? 'open' : 'ended'} />
      </Group>
    </header>
  );
}
