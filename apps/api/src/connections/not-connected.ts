import { ConnectorError } from '@tandem/connectors';
import { type Said, said } from '@tandem/recipes';

/** There is no usable connection. Of class `auth`, so runs wait and go on when there is one. */
export class NotConnected extends ConnectorError {
  constructor(message: Said, remedy: Said) {
    super('auth', message, { remedy });
  }

  static missing(connectorTitle: string): NotConnected {
    return new NotConnected(
      said`${connectorTitle} is not connected.`,
      said`Connect an account of ${connectorTitle} first.`,
    );
  }

  static paused(connectorTitle: string, reason: string | null): NotConnected {
    return new NotConnected(
      reason === null
        ? said`The connection to ${connectorTitle} is paused.`
        : said`The connection to ${connectorTitle} is paused: ${reason}`,
      said`Correct its credentials; what waits for it then goes on by itself.`,
    );
  }
}
