import CutShortIcon from 'lucide-react/icons/ban';
import DoneIcon from 'lucide-react/icons/circle-check';
import SkippedIcon from 'lucide-react/icons/circle-minus';
import WaitingIcon from 'lucide-react/icons/clock';
import RunningIcon from 'lucide-react/icons/loader-circle';
import FailedIcon from 'lucide-react/icons/octagon-alert';
import { useTranslation } from 'react-i18next';
import classes from './canvas.module.css';

/** What became of a step in a run, or would become of it in a preview. */
export interface StepState {
  status: 'done' | 'failed' | 'running' | 'waiting' | 'passed_over' | 'cut_short';
  /** Beside the sign, such as "2 changes" or "340 ms". */
  note?: string | undefined;
  /** Below the note. */
  detail?: string | undefined;
}

const ICONS = {
  done: DoneIcon,
  failed: FailedIcon,
  running: RunningIcon,
  waiting: WaitingIcon,
  passed_over: SkippedIcon,
  cut_short: CutShortIcon,
};

export function RunBadge({ run }: { run: StepState }) {
  const { t } = useTranslation();
  const Icon = ICONS[run.status];
  return (
    <span className={classes.run} data-run={run.status}>
      <Icon size={15} role="img" aria-label={t(`recipe.run.${run.status}`)} />
      {(run.note !== undefined || run.detail !== undefined) && (
        <span className={classes.runNote}>
          {run.note !== undefined && <span>{run.note}</span>}
          {run.detail !== undefined && <span>{run.detail}</span>}
        </span>
      )}
    </span>
  );
}
