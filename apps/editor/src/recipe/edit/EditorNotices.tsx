import { Anchor, Button, CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../parts/FailureNotice.js';
import { Notice } from '../../parts/Notice.js';
import classes from './editor.module.css';
import type { EditorModel } from './use-editor.js';
import { OtherDraft } from './use-save.js';

/** What came of the last thing that a person asked for. */
export function EditorNotices({ editor }: { editor: EditorModel }) {
  const { asked: { saving, publishing }, dirty, isReadOnly, theirs, show } = editor; // prettier-ignore
  const { t } = useTranslation();
  const failed = [
    { of: saving, title: t('recipe.head.notSaved') },
    { of: publishing, title: t('recipe.head.notPublished') },
  ].filter(({ of }) => of.error !== null && !(of.error instanceof OtherDraft));
  return (
    <div className={classes.notices}>
      {isReadOnly && <Notice tone="plain">{t('recipe.head.builtInAbout')}</Notice>}
      {theirs && (
        <Notice
          tone="attention"
          live
          title={t('recipe.conflict.title')}
          action={
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                show({ kind: 'theirs' });
              }}
            >
              {t('recipe.conflict.see')}
            </Button>
          }
        >
          {t(dirty ? 'recipe.conflict.told' : 'recipe.conflict.toldClean')}
        </Notice>
      )}
      {failed.map(({ of, title }) => of.error && <FailureNotice key={title} error={of.error} title={title} />)}
      {publishing.data && !dirty && (
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
