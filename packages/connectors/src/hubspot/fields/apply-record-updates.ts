import { ConnectorError, isForGood } from '../../sdk/connector-error.js';
import { said } from '../../sdk/said.js';
import type { HubSpotGateway } from '../client.js';
import { afterValues, beforeValues, type PropertyUpdate } from '../properties/write-set.js';
import { RECORD_NAMES } from '../records.js';

export interface RecordUpdates {
  object: 'deals' | 'companies' | 'contacts';
  id: string;
  updates: PropertyUpdate[];
}

/**
 * Writes several records as one: when HubSpot refuses a later one for good, the earlier ones are put back as they were.
 * A passing fault is not undone, because the next plan goes on from there.
 */
export async function applyRecordUpdates(gateway: HubSpotGateway, records: readonly RecordUpdates[]): Promise<void> {
  const written: RecordUpdates[] = [];
  for (const record of records.filter((one) => one.updates.length > 0)) {
    try {
      await gateway.update(record.object, record.id, afterValues(record.updates));
      written.push(record);
    } catch (refusal) {
      if (!isForGood(refusal) || written.length === 0) throw refusal;
      throw await putBack(gateway, written, record, refusal);
    }
  }
}

async function putBack(
  gateway: HubSpotGateway,
  written: readonly RecordUpdates[],
  refused: RecordUpdates,
  refusal: ConnectorError,
): Promise<ConnectorError> {
  for (const record of written) await gateway.update(record.object, record.id, beforeValues(record.updates));
  const others = written.map((record) => RECORD_NAMES[record.object]).join(' and ');
  return new ConnectorError(
    refusal.errorClass,
    said`${refusal.message} The ${others} was put back as it was, because the ${RECORD_NAMES[refused.object]} was refused.`,
    {
      problems: refusal.problems,
      ...(refusal.remedy === undefined ? {} : { remedy: refusal.remedy }),
      ...(refusal.remoteRequestId === undefined ? {} : { remoteRequestId: refusal.remoteRequestId }),
    },
  );
}
