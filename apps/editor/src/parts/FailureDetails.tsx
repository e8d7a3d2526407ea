import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../api/generated/types.gen.js';
import { Facts } from './Facts.js';
import { Notice } from './Notice.js';
import { Remarks } from './Remarks.js';
import { useSaid } from '../texts/use-said.js';

type ShownFailure = Omit<Failure, 'path'>;

/** A recorded failure: what happened, what it means, who can do what, and every single problem. */
export function FailureDetails({ failure, title }: { failure: ShownFailure; title?: string }) {
  const { t } = useTranslation();
  const said = useSaid();
  return (
    <Notice tone="bad" title={title ?? said(failure.message)}>
      {title !== undefined && <Text>{said(failure.message)}</Text>}
      {failure.problems.length > 0 && <Remarks of={failure.problems} my={6} />}
      <Facts
        of={[
          [t('runs.failure.consequence'), said(failure.consequence)],
          [t('runs.failure.remedy'), said(failure.remedy)],
          [
            t('runs.failure.requestId'),
            failure.remote_request_id && <span className="mono">{failure.remote_request_id}</span>,
          ],
        ]}
      />
    </Notice>
  );
}
