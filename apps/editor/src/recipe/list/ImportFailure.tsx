import { Code, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../api/failure.js';
import { FailureNotice } from '../../parts/FailureNotice.js';
import { Notice } from '../../parts/Notice.js';

/** More than anybody mends in one go. */
const MOST = 8;

/** Why a file did not become a recipe: each problem with the place in the file that it is about. */
export function ImportFailure({ error }: { error: Error }) {
  const { t } = useTranslation();
  const issues = error instanceof Failure ? error.issues : [];
  if (issues.length === 0) return <FailureNotice error={error} title={t('recipe.list.notImported')} />;
  return (
    <Notice tone="bad" live title={t('recipe.list.notImported')}>
      <Text>{t('recipe.list.fileProblems', { count: issues.length })}</Text>
      <List mt={4} spacing={2}>
        {issues.slice(0, MOST).map(({ pointer, message }) => (
          <List.Item key={`${pointer} ${message}`}>
            {pointer !== '' && (
              <>
                <Code translate="no">{pointer}</Code>{' '}
              </>
            )}
            {message}
          </List.Item>
        ))}
      </List>
      {issues.length > MOST && <Text c="dimmed">{t('recipe.list.moreProblems', { count: issues.length - MOST })}</Text>}
    </Notice>
  );
}
