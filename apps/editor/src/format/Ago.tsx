import { Tooltip } from '@mantine/core';
import { useBeat } from './beat.js';
import { useFormat } from './use-format.js';

/** “2 min ago”, kept true while it is on the page; the exact instant on hover. */
export function Ago({ instant }: { instant: string }) {
  const format = useFormat();
  useBeat();
  return (
    <Tooltip label={format.exact(instant)}>
      <time dateTime={instant}>{format.ago(instant)}</time>
    </Tooltip>
  );
}
