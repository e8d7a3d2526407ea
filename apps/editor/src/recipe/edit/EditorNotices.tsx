import { Anchor, CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../parts/FailureNotice.js';
import { Notice } from '../../parts/Notice.js';
import classes from './editor.module.css';
import { OtherDraft } from './use-save.js';

interface Asked {
  error: Error | null;
  reset: () => void;
}

interface EditorNoticesProps {
  saving: Asked;
  publishing: Asked & { data: { version: number; created: boolean } | undefined };
  isDirty: boolean;
  isReadOnly: boolean;
}

/** What came of the last thing that a person asked for. */
export function EditorNotices({ saving, publishing, isDirty, isReadOnly }: EditorNoticesProps) {
  const { t } = useTranslation();
  const failed = [
    { of: saving, title: t('recipe.head.notSaved') },
    { of: publishing, title: t('recipe.head.notPublished') },
  ].filter(({ of }) => of.error !== null && !(of.error instanceof OtherDraft));
  return (
    <div className={classes.notices}>
      {isReadOnly && <Notice tone="plain">{t('recipe.head.builtInAbout')}</Notice>}
      {failed.map(({ of, title }) => of.error && <FailureNotice key={title} error={of.error} title={title} />)}
      {publishing.data && !isDirty && (
        <Notice
          tone="good"
          live
          title={t('recipe.head.published', { version: publishing.data.version })}
          action={<CloseButton aria-label={t('common.close')} onClick={publishing.reset} />}
        >
          {t('recipe.head.publishedNext')}{' '}
          <Anchor renderRoot={(anchor) => <Link to="/templates" {...anchor} />}>{t('recipe.head.toMatrix')}</Anchor>
        </Notice>
      )}
    </div>
  );
}
