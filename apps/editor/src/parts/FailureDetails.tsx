import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../api/generated/types.gen.js';
import { Facts } from './Facts.js';
import { Notice } from './Notice.js';

type ShownFailure = Omit<Failure, 'path'>;

/** A recorded failure: what happened, what it means, who can do what, and every single problem. */
export function FailureDetails({ failure, title }: { failure: ShownFailure; title?: string }) {
  const { t } = useTranslation();
  return (
    <Notice tone="bad" title={title ?? failure.message}>
      {title !== undefined && <Text>{failure.message}</Text>}
      {failure.problems.length > 0 && (
        <List my={6} size="sm" spacing={2}>
          {failure.problems.map(({ subject, message }) => (
            <List.Item key={`${subject} ${message}`}>
              <Text span fw={500}>
                {subject}
              </Text>
              {': '}
              {message}
            </List.Item>
          ))}
        </List>
      )}
      <Facts
        of={[
          [t('runs.failure.consequence'), failure.consequence],
          [t('runs.failure.remedy'), failure.remedy],
          [
            t('runs.failure.requestId'),
            failure.remote_request_id && <span className="mono">{failure.remote_request_id}</span>,
          ],
        ]}
      />
    </Notice>
  );
}
