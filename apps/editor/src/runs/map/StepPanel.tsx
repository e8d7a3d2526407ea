import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step as JournalStep } from '../../api/generated/types.gen.js';
import { useFormat } from '../../format/use-format.js';
import { Facts } from '../../parts/Facts.js';
import { Notice } from '../../parts/Notice.js';
import { Panel } from '../../parts/Panel.js';
import { RunBadge } from '../../recipe/canvas/RunBadge.js';
import { StepMark } from '../../recipe/canvas/StepMark.js';
import { useWayLabel } from '../../recipe/condition/use-way-label.js';
import { useDescribeStep } from '../../recipe/edit/use-describe.js';
import { StepDetails } from '../StepDetails.js';
import { StepList } from '../StepList.js';
import { Elapsed } from './Elapsed.js';
import { ItemChooser } from './ItemChooser.js';
import { PanelFrame, PanelSection } from './PanelFrame.js';
import type { RunPanelProps } from './run-panel-props.js';
import type { StepInRun } from './step-in-run.js';
import { loopsAround } from './step-paths.js';
import { Said } from '../../texts/Said.js';
import { useSaid } from '../../texts/use-said.js';

type StepPanelProps = Omit<RunPanelProps, 'at' | 'onLook'> & { at: StepInRun };

/** One step of a run: how it went, in which item of which loop, and everything that was written down about it. */
export function StepPanel({ run, recipe, connectors, trace, at, onItem }: StepPanelProps) {
  const { entry, path, status, row, traced } = at;
  const said = useSaid();
  const { t } = useTranslation();
  const describe = useDescribeStep(connectors, recipe.key);
  const { title, kind, connector } = describe(entry.step);
  const loops = loopsAround(path);
  const ownLoop = entry.step.kind === 'forEach' ? path : undefined;
  const called = entry.step.kind === 'call' ? run.steps.filter((step) => step.path.startsWith(`${path}/`)) : [];
  return (
    <PanelFrame
      mark={<StepMark kind={entry.step.kind} connector={connector} />}
      title={`${entry.number} ${title}`}
      lead={
        <>
          <Text size="xs" c="dimmed">
            {kind}
          </Text>
          <Standing at={at} />
        </>
      }
    >
      {(loops.length > 0 || ownLoop !== undefined) && (
        <PanelSection>
          {[...loops.map(({ loop }) => loop), ...(ownLoop === undefined ? [] : [ownLoop])].map((loop) => (
            <ItemChooser
              key={loop}
              loop={loop}
              item={loops.find((around) => around.loop === loop)?.item}
              trace={trace}
              onItem={onItem}
            />
          ))}
        </PanelSection>
      )}
      {(traced?.problem !== undefined && !row?.error) || hasNothingToTell(at) ? (
        <PanelSection>
          {traced?.problem !== undefined ? (
            <Notice tone="bad" title={said(traced.problem)}>
              {run.error?.path === path && <Said text={run.error.remedy} />}
            </Notice>
          ) : (
            <Text c="dimmed">{t(`runs.map.nothing.${status === 'ahead' ? 'ahead' : 'passed_over'}`)}</Text>
          )}
        </PanelSection>
      ) : null}
      <Decided at={at} recipe={recipe} />
      {entry.step.kind === 'stop' && traced && (
        <PanelSection>
          <Text>
            <Said text={run.error?.message ?? run.reason} />
          </Text>
        </PanelSection>
      )}
      {called.length > 0 && (
        <PanelSection title={t('runs.map.called')} flush>
          <StepList run={run} steps={called} />
        </PanelSection>
      )}
      {row?.kind === 'wait' && <Waited row={row} dueAt={run.due_at} />}
      {row && row.kind !== 'wait' && (
        <PanelSection key={path}>
          <StepDetails step={row} isToldAbove={false} />
        </PanelSection>
      )}
      {entry.step.notes !== undefined && (
        <PanelSection title={t('recipe.panel.notes')}>
          <Panel>{entry.step.notes}</Panel>
        </PanelSection>
      )}
    </PanelFrame>
  );
}

const hasNothingToTell = ({ status, traced }: StepInRun): boolean =>
  traced === undefined && (status === 'ahead' || status === 'passed_over');

/** Status, time and attempts in one line. */
function Standing({ at: { entry, status, row } }: { at: StepInRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (entry.step.skip) return <Text size="sm">{t('recipe.canvas.skipped')}</Text>;
  const took =
    row?.finished_at != null ? format.duration(Date.parse(row.finished_at) - Date.parse(row.started_at)) : undefined;
  const attempts = row && row.attempts > 1 ? t('runs.step.attempts', { count: row.attempts }) : undefined;
  return (
    <Group gap={6} mt={2} role="status">
      {status !== 'ahead' && <RunBadge status={status} />}
      <Text size="sm">
        {[t(`recipe.run.${status}`), took, attempts].filter((word) => word !== undefined).join(' · ')}
      </Text>
      {status === 'running' && row && <Elapsed since={row.started_at} />}
    </Group>
  );
}

/** Which way an `if` or a `try` went. */
function Decided({ at: { entry, traced }, recipe }: { at: StepInRun } & Pick<StepPanelProps, 'recipe'>) {
  const { t } = useTranslation();
  const wayLabel = useWayLabel(recipe);
  const { id, kind } = entry.step;
  if (!traced || (kind !== 'if' && kind !== 'try') || traced.ways.length === 0) return null;
  return (
    <PanelSection>
      <Facts of={[[t('runs.map.way'), traced.ways.map((slot) => wayLabel({ holder: id, slot })).join(' → ')]]} />
    </PanelSection>
  );
}

/** What a wait was for, and how it came out. */
function Waited({ row, dueAt }: { row: JournalStep; dueAt: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const output = row.output as { timed_out?: boolean } | null; // as the API writes it
  return (
    <PanelSection>
      <Facts
        of={[
          [t('runs.map.waitsSince'), format.exact(row.started_at)],
          [t('runs.map.waitsUntil'), row.finished_at === null && dueAt ? format.exact(dueAt) : undefined],
          [t('runs.map.waitedUntil'), row.finished_at && format.exact(row.finished_at)],
          [t('runs.map.waitEnded'), output && t(output.timed_out ? 'runs.map.timedOut' : 'runs.map.inTime')],
        ]}
      />
      {row.output !== null && <StepDetails step={row} isToldAbove />}
    </PanelSection>
  );
}
