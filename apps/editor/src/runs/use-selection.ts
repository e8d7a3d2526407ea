import { useState } from 'react';
import type { RunSummary } from '../api/generated/types.gen.js';
import { retryModes } from './retry-modes.js';

/** Runs that were ticked to be retried together. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Only what has ended can be retried. */
  canHold: (run: RunSummary) => boolean;
  toggle: (id: string) => void;
  set: (ids: readonly string[]) => void;
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    canHold: (run) => retryModes(run).length > 0,
    toggle: (id) => {
      setIds((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
    },
    set: (chosen) => {
      setIds(new Set(chosen));
    },
  };
}
