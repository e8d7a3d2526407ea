import { useRef, useState } from 'react';
import type { RunSummary } from '../api/generated/types.gen.js';
import { mergeRuns } from './merge-runs.js';
import { RunTable } from './RunTable.js';
import { useIsAtRest } from './use-is-at-rest.js';

/** The newest runs. Rows are brought up to date where they stand; others come in once nobody points at one of them. */
export function HeldRuns({ runs }: { runs: readonly RunSummary[] }) {
  const area = useRef<HTMLDivElement>(null);
  const isAtRest = useIsAtRest(area);
  const [held, setHeld] = useState(runs);
  if (isAtRest && held !== runs) setHeld(runs);
  return (
    <div ref={area}>
      <RunTable runs={isAtRest ? runs : mergeRuns(held, runs).rows} />
    </div>
  );
}
