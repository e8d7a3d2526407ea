import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { Step } from '@tandem/recipes';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { RunBadge, wordsOf, type StepState } from './RunBadge.js';
import { StepMark } from './StepMark.js';
import classes from './canvas.module.css';

export type StepNodeType = Node<StepNodeData, 'step'>;

export type StepNodeData = {
  kind: Step['kind'] | 'trigger';
  /** As people say it: "3" or "3.1"; empty for the trigger. */
  number: string;
  title: string;
  about: string;
  connector: string | undefined;
  problem: { text: string; severity: 'error' | 'warning' } | undefined;
  isSkipped: boolean;
  run: StepState | undefined;
  /** How it differs from another version. */
  change: 'added' | 'removed' | 'changed' | 'moved' | undefined;
};

/** Letters of a title that fit on one line beside its number; a longer one leaves one line less for what is below. */
const ON_ONE_LINE = 20;

export const StepNode = memo(function StepNode({ data, selected }: NodeProps<StepNodeType>) {
  const { t } = useTranslation();
  const { kind, number, title, about, connector, problem, isSkipped, run, change } = data;
  return (
    <article
      className={classes.step}
      data-long={title.length > ON_ONE_LINE || undefined}
      data-selected={selected || undefined}
      data-skipped={isSkipped || undefined}
      data-problem={problem?.severity}
      data-run={run?.status}
      data-change={change}
    >
      {kind !== 'trigger' && <Handle type="target" position={Position.Top} isConnectable={false} />}
      <StepMark kind={kind} connector={connector} />
      <div className={classes.words}>
        <p className={classes.title}>
          {number !== '' && <span className={classes.number}>{number}</span>}
          <span className={classes.name}>{title}</span>
        </p>
        {problem ? (
          <p className={classes.problem} title={problem.text}>
            {problem.text}
          </p>
        ) : (
          <p className={classes.about} title={about}>
            {isSkipped ? t('recipe.canvas.skipped') : ((run && wordsOf(run)) ?? about)}
          </p>
        )}
      </div>
      {run && <RunBadge status={run.status} />}
      {change && <span className={classes.change}>{t(`recipe.compare.${change}`)}</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </article>
  );
});
