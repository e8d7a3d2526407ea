import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { useDescribeStep } from '../edit/use-describe.js';
import { fieldOfPath, type Source } from '../model/pills-in-scope.js';
import { fieldAt } from '../model/schema-field.js';
import { useMemberName } from './use-member-name.js';

/** Where a value comes from, as people say it: "2 Read the deal". */
export function useSourceName(): (source: Source) => string {
  const { t } = useTranslation();
  const { connectors, recipe } = useEdit();
  const describe = useDescribeStep(connectors, recipe.key);
  return useCallback(
    (source) =>
      source.kind === 'step' && source.entry
        ? `${source.entry.number} ${describe(source.entry.step).title}`
        : t(`recipe.sources.${source.kind === 'step' ? 'trigger' : source.kind}`),
    [t, describe],
  );
}

/** A pill in words: "2 Read the deal › amount". A path that leads nowhere stays a path. */
export function usePillName(): (path: string) => string {
  const { sources } = useEdit();
  const nameOf = useSourceName();
  const memberName = useMemberName();
  return useCallback(
    (path) => {
      const source = fieldOfPath(path, sources)?.source ?? sources.find((one) => path.startsWith(`${one.path}.`));
      if (!source) return path;
      const rest = path
        .slice(source.path.length + 1)
        .split('.')
        .filter(Boolean);
      const names = rest.map((key, place) => memberName(source, key, fieldAt(source.field, rest.slice(0, place + 1))));
      return [nameOf(source), ...names].join(' › ');
    },
    [sources, nameOf, memberName],
  );
}
