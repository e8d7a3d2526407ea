import { Button } from '@mantine/core';
import UndoIcon from 'lucide-react/icons/undo-2';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../api/lazily.js';
import type { Effect, RunSummary } from '../api/generated/types.gen.js';
import { canBeUndone } from './can-be-undone.js';

const UndoDialog = lazily(async () => (await import('./UndoDialog.js')).UndoDialog);

interface UndoRunProps {
  run: Pick<RunSummary, 'id' | 'status'>;
  effects: readonly Pick<Effect, 'status'>[];
  /** Where several runs stand beside one another. */
  compact?: boolean;
  /** Told apart by it where several buttons are on a page. */
  label?: string;
  /** With the run that takes it back. */
  onAsked: (undoRunId: string) => void;
}

/** Offers to take back what a run changed; absent where nothing of it still stands. */
export function UndoRun({ run, effects, compact = false, label, onAsked }: UndoRunProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => {
    setIsOpen(false);
  };
  if (!canBeUndone(run, effects) && !isOpen) return null;
  return (
    <>
      <Button
        variant={compact ? 'subtle' : 'default'}
        size={compact ? 'compact-sm' : 'sm'}
        leftSection={<UndoIcon size={14} aria-hidden />}
        aria-label={label}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('ledger.undo.button')}
      </Button>
      <Suspense>
        {isOpen && (
          <UndoDialog
            runId={run.id}
            onClose={close}
            onAsked={(id) => {
              close();
              onAsked(id);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
