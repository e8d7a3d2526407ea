import { useCallback } from 'react';
import { useKeyNames } from '../../texts/use-key-names.js';
import { useSaid } from '../../texts/use-said.js';
import type { Source } from '../model/pills-in-scope.js';
import type { Field } from '../model/schema-field.js';

type MemberName = (source: Source, key: string, member: Field | undefined) => string;

/** What a member of a source is called: a setting as its form calls it, everything else by its key. */
export function useMemberName(): MemberName {
  const say = useKeyNames();
  const said = useSaid();
  return useCallback(
    (source, key, member) =>
      source.kind === 'settings' && member?.title !== undefined ? said(member.title) : say.key(key),
    [say, said],
  );
}
