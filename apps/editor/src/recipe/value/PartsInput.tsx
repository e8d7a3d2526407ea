import { ListInput } from './ListInput.js';
import { MembersInput } from './MembersInput.js';
import { PairsInput } from './PairsInput.js';
import type { PartsProps } from './value-field-props.js';
import type { Parts } from './value-mode.js';

/** A value whose parts have fields of their own. */
export function PartsInput({ parts, ...props }: PartsProps & { parts: Parts }) {
  switch (parts) {
    case 'list':
      return <ListInput {...props} />;
    case 'members':
      return <MembersInput {...props} />;
    case 'pairs':
      return <PairsInput {...props} />;
  }
}
