import { Text, UnstyledButton } from '@mantine/core';
import type { Issue } from '@tandem/recipes';
import ErrorIcon from 'lucide-react/icons/octagon-alert';
import WarningIcon from 'lucide-react/icons/triangle-alert';
import { useTranslation } from 'react-i18next';
import { ownerOf } from '../model/outline.js';
import { useEdit } from './edit-context.js';
import classes from './editor.module.css';

/** Everything that is wrong just now; each line leads to its field. */
export function ProblemList({ onGoTo }: { onGoTo: (issue: Issue) => void }) {
  const { t } = useTranslation();
  const { issues, recipe } = useEdit();
  if (issues.length === 0) return null;
  return (
    <section className={classes.problems} aria-label={t('recipe.problems.label')}>
      <Text size="xs" fw={600} px={10} pt={8} pb={2}>
        {t('recipe.problems.count', { count: issues.length })}
      </Text>
      <ul>
        {issues.map((issue) => {
          const owner = ownerOf(recipe, issue.pointer);
          const Icon = issue.severity === 'error' ? ErrorIcon : WarningIcon;
          return (
            <li key={issue.pointer + issue.message}>
              <UnstyledButton
                className={classes.problem}
                data-severity={issue.severity}
                onClick={() => {
                  onGoTo(issue);
                }}
              >
                <Icon size={14} role="img" aria-label={t(`recipe.problems.${issue.severity}`)} />
                <span>
                  {typeof owner !== 'string' && <strong>{owner.number} </strong>}
                  {issue.message}
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
