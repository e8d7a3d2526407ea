import type { LucideIcon } from 'lucide-react';
import CallIcon from 'lucide-react/icons/corner-down-right';
import TryIcon from 'lucide-react/icons/life-buoy';
import StopIcon from 'lucide-react/icons/octagon';
import LoopIcon from 'lucide-react/icons/repeat';
import IfIcon from 'lucide-react/icons/split';
import WaitIcon from 'lucide-react/icons/timer';
import type { Step } from '@tandem/recipes';
import { ConnectorMark } from '../../connections/ConnectorMark.js';
import classes from './canvas.module.css';

const ICONS: Readonly<Record<Exclude<Step['kind'], 'action'>, LucideIcon>> = {
  if: IfIcon,
  forEach: LoopIcon,
  try: TryIcon,
  wait: WaitIcon,
  stop: StopIcon,
  call: CallIcon,
};

/** What a step is at a glance. Decorative: words always stand beside it. */
export function StepMark({ kind, connector }: { kind: Step['kind'] | 'trigger'; connector: string | undefined }) {
  if (connector !== undefined) return <ConnectorMark connector={connector} small />;
  const Icon = kind === 'action' || kind === 'trigger' ? CallIcon : ICONS[kind];
  return (
    <span className={classes.mark} aria-hidden>
      <Icon size={14} />
    </span>
  );
}
