import DoneIcon from 'lucide-react/icons/circle-check';
import SkippedIcon from 'lucide-react/icons/circle-minus';
import WaitingIcon from 'lucide-react/icons/clock';
import RunningIcon from 'lucide-react/icons/loader';
import FailedIcon from 'lucide-react/icons/octagon-alert';
import { useTranslation } from 'react-i18next';
import classes from './canvas.module.css';

/** What became of a step in a run, or would become of it in a preview. */
export interface StepState {
  status: 'done' | 'failed' | 'running' | 'waiting' | 'passed_over';
  /** Beside the sign, such as "2 changes" or "340 ms". */
  note?: string;
}

const ICONS = {
  done: DoneIcon,
  failed: FailedIcon,
  running: RunningIcon,
  waiting: WaitingIcon,
  passed_over: SkippedIcon,
};

export function RunBadge({ run }: { run: StepState }) {
  const { t } = useTranslation();
  const Icon = ICONS[run.status];
  return (
    <span className={classes.run} data-run={run.status}>
      <Icon size={15} role="img" aria-label={t(`recipe.run.${run.status}`)} />
      {run.note !== undefined && <span>{run.note}</span>}
    </span>
  );
}
