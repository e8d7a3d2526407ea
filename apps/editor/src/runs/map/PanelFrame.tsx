import { ScrollArea, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './board.module.css';

interface PanelFrameProps {
  mark?: ReactNode;
  title: string;
  lead?: ReactNode;
  /** Sections, which scroll below the head. */
  children: ReactNode;
}

export function PanelFrame({ mark, title, lead, children }: PanelFrameProps) {
  return (
    <>
      <div className={classes.panelHead}>
        {mark}
        <div className={classes.words}>
          <Title order={2} className="wrap">
            {title}
          </Title>
          {lead}
        </div>
      </div>
      <ScrollArea className={classes.scroll} type="auto">
        {children}
      </ScrollArea>
    </>
  );
}

interface PanelSectionProps {
  title?: string;
  /** For content that reaches the edges of the panel. */
  flush?: boolean;
  children: ReactNode;
}

export function PanelSection({ title, flush = false, children }: PanelSectionProps) {
  return (
    <section className={classes.section}>
      {title !== undefined && (
        <Title order={3} mb={6}>
          {title}
        </Title>
      )}
      {flush ? <div className={classes.inset}>{children}</div> : children}
    </section>
  );
}
