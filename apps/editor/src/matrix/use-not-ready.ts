import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Row } from './matrix.js';
import { readinessOf, readinessQuery } from './readiness.js';

/**
 * Which templates have something switched on that lacks something. Only asked for when a person wants to see them, and
 * only for templates with something switched on; the answers come in batches.
 */
export function useNotReady(rows: readonly Row[], isWanted: boolean) {
  const asked = useMemo(
    () => (isWanted ? rows.filter(({ cells }) => cells.some(({ enabled }) => enabled)) : []),
    [rows, isWanted],
  );
  return useQueries({
    queries: asked.map(({ id }) => readinessQuery(id)),
    combine: (answers) => {
      const notReady = asked.filter(({ cells }, index) =>
        cells.some(
          ({ enabled, recipe }) => enabled && readinessOf(answers[index]?.data, recipe)?.state === 'not_ready',
        ),
      );
      return {
        ids: new Set(notReady.map(({ id }) => id)),
        unchecked: answers.filter(({ isPending }) => isPending).length,
      };
    },
  });
}
