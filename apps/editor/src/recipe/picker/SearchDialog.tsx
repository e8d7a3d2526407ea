import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface SearchDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** It is out of sight; the keyboard can go on elsewhere. */
  onClosed: () => void;
}

/** Holds a SearchList, which begins anew each time that it is opened. */
export function SearchDialog(
  props: SearchDialogProps & {
    title: string;
    /** Whether the keyboard goes back to where it was before, and not where `onClosed` takes it. */
    returnsFocus?: boolean;
    children: ReactNode;
  },
) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      onExitTransitionEnd={props.onClosed}
      returnFocus={props.returnsFocus ?? false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={props.title}
      size="lg"
      padding="md"
    >
      {props.isOpen && props.children}
    </Modal>
  );
}
