import { hubspot, pandadoc, type Connector } from '@tandem/connectors';

/** A third connector is added here, and nowhere else in the application. */
export const connectors: readonly Connector[] = [hubspot, pandadoc];
