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
  /** Such as "340 ms". */
  note?: string | undefined;
  /** Such as "2 changes". */
  detail?: string | undefined;
}

/** Note and detail in one line; undefined where there is neither. */
export const wordsOf = ({ note, detail }: StepState): string | undefined =>
  note === undefined || detail === undefined ? (note ?? detail) : `${note} · ${detail}`;

const ICONS = {
  done: DoneIcon,
  failed: FailedIcon,
  running: RunningIcon,
  waiting: WaitingIcon,
  passed_over: SkippedIcon,
  cut_short: CutShortIcon,
};

export function RunBadge({ status }: { status: StepState['status'] }) {
  const { t } = useTranslation();
  const Icon = ICONS[status];
  return (
    <span className={classes.run} data-run={status}>
      <Icon size={15} role="img" aria-label={t(`recipe.run.${status}`)} />
    </span>
  );
}
