import { ConnectorError } from '@tandem/connectors';

/** There is no usable connection. Of class `auth`, so runs wait and go on when there is one. */
export class NotConnected extends ConnectorError {
  constructor(message: string, remedy: string) {
    super('auth', message, { remedy });
  }

  static missing(connectorTitle: string): NotConnected {
    return new NotConnected(`${connectorTitle} is not connected.`, `Connect an account of ${connectorTitle} first.`);
  }

  static paused(connectorTitle: string, reason: string | null): NotConnected {
    return new NotConnected(
      `The connection to ${connectorTitle} is paused${reason === null ? '.' : `: ${reason}`}`,
      'Correct its credentials; what waits for it then goes on by itself.',
    );
  }
}
