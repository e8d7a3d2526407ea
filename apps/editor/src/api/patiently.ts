import { healthLive } from './generated/sdk.gen.js';
import { Failure } from './failure.js';
import { reachability } from './query-client.js';
import type { Reachability } from './reachability.js';

/**
 * Loads code of the editor. While the server is away it is waited for: the page that is shown stays, and goes on once
 * the code is there. Throws when the server answers twice and has no such code, as after an update.
 * @param ask fails where nobody answers
 */
export async function patiently<Code>(
  load: () => Promise<Code>,
  ask: () => Promise<unknown> = healthLive,
  watch: Reachability = reachability,
): Promise<Code> {
  for (let wasHere = false; ;) {
    try {
      return await load();
    } catch (error) {
      const failure: unknown = await ask().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (failure instanceof Failure && failure.kind === 'unreachable') {
        watch.failed(failure);
        await watch.back();
      } else {
        if (wasHere) throw error;
        wasHere = true; // it may have come back between the two questions
      }
      renewStyles();
    }
  }
}

/** Asks again for style sheets that did not come: whoever loads code asks for each of them only once. */
function renewStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
    if (!hasCome(link)) link.replaceWith(link.cloneNode());
}

/** The rules of one that did not come may not even be asked for. */
function hasCome({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}
