import { ConnectorError } from '../../sdk/connector-error.js';
import { DeliveredItems, type Delivered } from '../answers/delivery-answer.js';
import type { PandaDocGateway } from '../client.js';
import { SUBSCRIPTION_NAME } from '../subscriptions.js';
import { triggerOfEvent } from '../triggers/document-triggers.js';

export const DELIVERIES_PER_PAGE = 100;

/**
 * One page of what PandaDoc delivered to all subscriptions of the workspace, newest first, counted from 1.
 * @param period `since` and `to` are ISO 8601
 * @returns undefined when the key may not see the history
 */
export async function listDeliveries(
  gateway: PandaDocGateway,
  period: { since: string; to?: string; page: number },
): Promise<Delivered[] | undefined> {
  const query = { count: DELIVERIES_PER_PAGE, ...period };
  try {
    const path = '/public/v1/webhook-events';
    return (await gateway.read({ operation: 'webhook.history', path, query }, DeliveredItems)).items;
  } catch (error) {
    if (error instanceof ConnectorError && NO_HISTORY.has(error.errorClass)) return undefined;
    throw error;
  }
}

/** Not every key may see the history; the documents can be read all the same. */
const NO_HISTORY: ReadonlySet<string> = new Set(['forbidden', 'not_found', 'validation']);

export const isOurs = ({ name, type }: Delivered): boolean => name === SUBSCRIPTION_NAME && triggerOfEvent.has(type);

export const hasFailed = ({ http_status_code: status }: Delivered): boolean =>
  status === null || status < 200 || status > 299;
