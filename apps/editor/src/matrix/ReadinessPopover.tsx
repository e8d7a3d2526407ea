import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from './matrix.js';
import { ProblemList } from './ProblemList.js';
import type { Problem } from './readiness.js';

interface ReadinessPopoverProps {
  cell: Cell;
  title: string;
  problems: readonly Problem[];
  onOpen: (cell: Cell) => void;
  onExplain: (cell: Cell | undefined) => void;
  children: ReactNode;
}

/** What is missing before an automation would work, and where to put it right. */
export function ReadinessPopover({ cell, title, problems, onOpen, onExplain, children }: ReadinessPopoverProps) {
  const { t } = useTranslation();
  const close = (): void => {
    onExplain(undefined);
  };
  return (
    <Popover opened onChange={close} onDismiss={close} width={340} position="bottom" withArrow shadow="md" trapFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={t('matrix.missingFor', { title })}>
        <ProblemList
          problems={problems}
          recipe={cell.recipe}
          onOpenSettings={() => {
            close();
            onOpen(cell);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
