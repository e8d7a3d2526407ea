import { ConnectorError } from '../../sdk/connector-error.js';
import { type Said, said } from '../../sdk/said.js';

const TRIES = 3;
const PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 3_000;

/** What was done, to be taken back in reverse order. */
export class Undo {
  private readonly done: { what: Said; take: () => Promise<void> }[] = [];

  push(what: Said, take: () => Promise<void>): void {
    this.done.push({ what, take });
  }

  /** Takes everything back and returns the error to fail with; it says what could not be taken back. */
  async all(reason: ConnectorError): Promise<ConnectorError> {
    const left: string[] = [];
    for (const { what, take } of [...this.done].reverse()) {
      if (!(await succeeds(take))) left.push(what);
    }
    if (left.length === 0) return reason;
    return new ConnectorError(reason.errorClass, said`${reason.message} Could not ${left.join(' or ')}.`, {
      problems: reason.problems,
      remedy: said`Check the line items of the deal in HubSpot, correct the named rows and run the step again.`,
      ...(reason.remoteRequestId === undefined ? {} : { remoteRequestId: reason.remoteRequestId }),
    });
  }
}

async function succeeds(take: () => Promise<void>): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await take();
      return true;
    } catch (failure) {
      const passes = failure instanceof ConnectorError && ['transient', 'rate_limited'].includes(failure.errorClass);
      if (!passes || attempt === TRIES) return false;
      await pause(Math.min(failure.retryAfterMs ?? PAUSE_MS, LONGEST_PAUSE_MS));
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
