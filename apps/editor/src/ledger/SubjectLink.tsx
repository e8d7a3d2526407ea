import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Subject } from './subject.js';

/** Leads to the ledger of a deal or a document. */
export function SubjectLink({ subject: { kind, id }, children }: { subject: Subject; children: ReactNode }) {
  return (
    <Anchor
      fw={500}
      className="wrap"
      renderRoot={(props) =>
        kind === 'deal' ? (
          <Link to="/ledger/deals/$dealId" params={{ dealId: id }} {...props} />
        ) : (
          <Link to="/ledger/documents/$documentId" params={{ documentId: id }} {...props} />
        )
      }
    >
      {children}
    </Anchor>
  );
}
