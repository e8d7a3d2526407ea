import type { LucideIcon } from 'lucide-react';
import CancelledIcon from 'lucide-react/icons/ban';
import DifferencesIcon from 'lucide-react/icons/circle-alert';
import SucceededIcon from 'lucide-react/icons/circle-check';
import QueuedIcon from 'lucide-react/icons/circle-dashed';
import SkippedIcon from 'lucide-react/icons/circle-minus';
import FailedIcon from 'lucide-react/icons/circle-x';
import WaitingIcon from 'lucide-react/icons/clock';
import RunningIcon from 'lucide-react/icons/loader-circle';
import PlannedIcon from 'lucide-react/icons/pencil-line';
import { useTranslation } from 'react-i18next';
import type { Step } from '../api/generated/types.gen.js';
import type { RunStatus as Status } from './run-filter.js';
import classes from './RunStatus.module.css';

const LOOKS: Record<Status | Step['status'], readonly [icon: LucideIcon, tone: string]> = {
  queued: [QueuedIcon, 'quiet'],
  running: [RunningIcon, 'busy'],
  waiting: [WaitingIcon, 'attention'],
  planned: [PlannedIcon, 'busy'],
  succeeded: [SucceededIcon, 'good'],
  succeeded_with_differences: [DifferencesIcon, 'attention'],
  failed: [FailedIcon, 'bad'],
  cancelled: [CancelledIcon, 'quiet'],
  skipped: [SkippedIcon, 'quiet'],
};

/** How a run or a step stands: never by colour alone. */
export function RunStatus({ of: status }: { of: Status | Step['status'] }) {
  const { t } = useTranslation();
  const [Icon, tone] = LOOKS[status];
  return (
    <span className={`${classes.status} ${classes[tone]}`}>
      <Icon size={16} strokeWidth={2} aria-hidden className={status === 'running' ? classes.turning : undefined} />
      {t(`runs.status.${status}`)}
    </span>
  );
}
