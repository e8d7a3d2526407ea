import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Subject } from './subject.js';
import { SubjectLink } from './SubjectLink.js';

interface SubjectNamesProps {
  subject: Subject;
  /** Nothing where nobody has told it yet. */
  name: string | null | undefined;
}

/** What a deal or a document is called, and its id. */
export function SubjectNames({ subject, name }: SubjectNamesProps) {
  const { t } = useTranslation();
  const withId = t(`ledger.${subject.kind}`, { id: subject.id });
  if (name === null || name === undefined || name === '') return <SubjectLink subject={subject}>{withId}</SubjectLink>;
  return (
    <>
      <SubjectLink subject={subject}>{name}</SubjectLink>
      <Text size="sm" c="dimmed" className="wrap">
        {withId}
      </Text>
    </>
  );
}
