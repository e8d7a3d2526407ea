import { Box, type BoxProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Panel.module.css';

interface PanelProps extends BoxProps {
  children: ReactNode;
  /** For content that reaches the edges, such as a table. */
  flush?: boolean;
  labelledBy?: string | undefined;
}

/** A sheet of paper on the ground of the page. */
export function Panel({ children, flush = false, labelledBy, ...box }: PanelProps) {
  return (
    <Box
      component="section"
      aria-labelledby={labelledBy}
      className={flush ? `${classes.panel} ${classes.flush}` : classes.panel}
      {...box}
    >
      {children}
    </Box>
  );
}
