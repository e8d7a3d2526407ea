import { CloseButton, UnstyledButton } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Toaster.module.css';
import { toasts } from './toasts.js';

/** Where passing messages appear; they are read out as they come. */
export function Toaster() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(toasts.subscribe, toasts.all);
  return (
    <div className={classes.stack} role="status">
      {shown.map(({ id, text, action }) => (
        <div key={id} className={classes.toast}>
          <span className={classes.text}>{text}</span>
          {action && (
            <UnstyledButton
              className={classes.action}
              onClick={() => {
                toasts.dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </UnstyledButton>
          )}
          <CloseButton
            variant="transparent"
            c="#c3cbc7"
            aria-label={t('common.close')}
            onClick={() => {
              toasts.dismiss(id);
            }}
          />
        </div>
      ))}
    </div>
  );
}
