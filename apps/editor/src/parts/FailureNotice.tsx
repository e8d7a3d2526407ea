import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Failure } from '../api/failure.js';
import { Notice } from './Notice.js';

interface FailureNoticeProps {
  error: Error;
  /** What could not be done, as a short sentence. */
  title: string;
  onRetry?: (() => void) | undefined;
}

/** A request that came to nothing: what happened in Tandem's own words, and what can be done. */
export function FailureNotice({ error, title, onRetry }: FailureNoticeProps) {
  const { t } = useTranslation();
  const text =
    error instanceof Failure && error.kind === 'refused' && error.message !== ''
      ? error.message
      : t('common.unreachable');
  return (
    <Notice
      tone="bad"
      live
      title={title}
      action={
        onRetry && (
          <Button variant="default" size="xs" onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        )
      }
    >
      {text}
    </Notice>
  );
}
