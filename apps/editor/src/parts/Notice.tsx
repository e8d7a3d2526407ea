import { Text } from '@mantine/core';
import CheckIcon from 'lucide-react/icons/circle-check';
import InfoIcon from 'lucide-react/icons/info';
import BadIcon from 'lucide-react/icons/octagon-alert';
import AttentionIcon from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

const ICONS = { bad: BadIcon, attention: AttentionIcon, good: CheckIcon, plain: InfoIcon };

interface NoticeProps {
  tone: keyof typeof ICONS;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out when it appears: for what answers something that a person just did. */
  live?: boolean;
}

/** A sentence that matters more than those around it. */
export function Notice({ tone, title, children, action, live = false }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div
      className={`${classes.notice} ${classes[tone]}`}
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <Icon size={17} className={classes.icon} aria-hidden />
      <div className={classes.body}>
        {title !== undefined && <Text fw={600}>{title}</Text>}
        {children}
      </div>
      {action}
    </div>
  );
}
