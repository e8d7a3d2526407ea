import { useSaid } from './use-said.js';

/** A sentence of the server in the language of the page. */
export function Said({ text }: { text: string | null | undefined }) {
  const said = useSaid();
  return text ? said(text) : null;
}
