import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useServerText } from '../texts/use-server-text.js';
import type { Problem } from './readiness.js';

interface ProblemListProps {
  problems: readonly Problem[];
  /** Key of the recipe. */
  recipe: string;
  /** undefined: the settings are right here. */
  onOpenSettings?: () => void;
}

/** What is missing, in plain words, each with the way to put it right. */
export function ProblemList({ problems, recipe, onOpenSettings }: ProblemListProps) {
  return (
    <Stack gap="sm">
      {problems.map((problem) => (
        <div key={`${problem.kind} ${problem.connector ?? ''} ${problem.about.join(' ')}`}>
          <ProblemText problem={problem} recipe={recipe} />
          <Remedy problem={problem} onOpenSettings={onOpenSettings} />
        </div>
      ))}
    </Stack>
  );
}

function ProblemText({ problem, recipe }: { problem: Problem; recipe: string }) {
  const { t } = useTranslation();
  const serverText = useServerText();
  const { kind, about, setting, suggestion } = problem;
  const [first = '', second = ''] = about;
  const subject = setting === null ? first : serverText(['recipes', recipe, 'settings', setting, 'title'], first);
  const values = {
    subject,
    value: second,
    names: about.join(', '),
    suggestion: suggestion ?? '',
  };
  return (
    <Text size="sm">
      {t(`matrix.problems.${kind}`, values)}
      {kind === 'choice_gone' && suggestion !== null && ` ${t('matrix.didYouMean', { suggestion })}`}
    </Text>
  );
}

interface RemedyProps {
  problem: Problem;
  onOpenSettings: (() => void) | undefined;
}

function Remedy({ problem: { kind }, onOpenSettings }: RemedyProps) {
  const { t } = useTranslation();
  switch (kind) {
    case 'not_connected':
    case 'paused':
    case 'missing_scope':
      return (
        <Anchor component={Link} to="/connections" size="sm">
          {t('matrix.connect')}
        </Anchor>
      );
    case 'setting_missing':
    case 'setting_unfit':
    case 'choice_gone':
      if (!onOpenSettings) return null;
      return (
        <Anchor component="button" type="button" size="sm" onClick={onOpenSettings}>
          {t('matrix.openSettings')}
        </Anchor>
      );
    case 'no_pricing':
    case 'unknown_field':
    case 'several_properties':
    case 'read_only_property':
      return (
        <Text size="sm" c="dimmed">
          {t(`matrix.remedies.${kind}`)}
        </Text>
      );
  }
}
