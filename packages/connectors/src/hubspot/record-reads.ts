import { type Said, said } from '../sdk/said.js';
import { AccountReads } from './account-reads.js';
import { chunks } from './chunks.js';
import { ConnectorError } from '../sdk/connector-error.js';
import { toAssociated, toLastChanges, toSearchRequest } from './from-sdk.js';
import {
  BATCH_LIMIT,
  RECORD_NAMES,
  RECORD_PLURALS,
  type AssociatedRecord,
  type HubSpotRecord,
  type ObjectType,
  type Search,
} from './records.js';

/** What is in an account: its records and how they belong together. */
export abstract class RecordReads extends AccountReads {
  /** One record with the named properties; of a record that was merged, the one that it went into. Throws `not_found`. */
  async record(type: ObjectType, id: string, properties: readonly string[]): Promise<HubSpotRecord> {
    const [found] = await this.readBatch(type, [id], properties);
    if (found !== undefined) return this.heard(type, id, found);
    const into = (await this.readOne(type, id, false))?.id;
    if (into !== undefined) {
      const [survivor] = await this.readBatch(type, [into], properties);
      if (survivor !== undefined) return this.heard(type, id, survivor);
    }
    throw await this.gone(type, id);
  }

  /** Records by id, in the order asked for; those that do not exist are left out. */
  async records(type: ObjectType, ids: readonly string[], properties: readonly string[]): Promise<HubSpotRecord[]> {
    const found = new Map<string, HubSpotRecord>();
    for (const part of chunks(ids, BATCH_LIMIT)) {
      for (const record of await this.readBatch(type, part, properties)) found.set(record.id, record);
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** One page. Search is some seconds behind: never ask it for what was just written. */
  async search(
    type: ObjectType,
    search: Search,
  ): Promise<{ total: number; records: HubSpotRecord[]; after: string | null }> {
    const request = toSearchRequest(search);
    const page = await this.call('read', said`search ${RECORD_PLURALS[type]}`, 'search', this.times.deadlineMs, () =>
      this.sdk.crm.objects.searchApi.doSearchWithHttpInfo(type, request),
    );
    const records = page.results.map(({ id, properties }) => ({ id, properties }));
    return { total: page.total, records, after: page.paging?.next?.after ?? null };
  }

  /** All records of a type that are associated with one record. */
  async associated(from: ObjectType, id: string, to: ObjectType): Promise<AssociatedRecord[]> {
    checkIds(from, [id]);
    const all: AssociatedRecord[] = [];
    let after: string | undefined;
    do {
      const at = after;
      const page = await this.read(said`read the ${RECORD_PLURALS[to]} of ${RECORD_NAMES[from]} ${id}`, () =>
        this.sdk.crm.associations.v4.basicApi.getPageWithHttpInfo(from, id, to, at, 500),
      );
      all.push(...page.results.map(toAssociated));
      after = page.paging?.next?.after;
    } while (after !== undefined);
    return all;
  }

  /** The same for many records at once: their id → what is associated. Up to 1,000 per call. */
  async associatedOfMany(from: ObjectType, ids: readonly string[], to: ObjectType): Promise<Map<string, string[]>> {
    const all = new Map<string, string[]>();
    for (const part of chunks(ids, BATCH_LIMIT)) {
      checkIds(from, part);
      const page = await this.read(said`read the ${RECORD_PLURALS[to]} of ${RECORD_PLURALS[from]}`, () =>
        this.sdk.crm.associations.v4.batchApi.getPageWithHttpInfo(from, to, { inputs: part.map((id) => ({ id })) }),
      );
      for (const row of page.results) {
        const whole =
          row.paging?.next?.after === undefined
            ? row.to.map(toAssociated)
            : await this.associated(from, row._from.id, to);
        all.set(
          row._from.id,
          whole.map((one) => one.id),
        );
      }
    }
    return all;
  }

  /**
   * When each of the properties was last changed, per record. Records without an entry: the remote keeps no history of
   * them. Reads 50 records per call, HubSpot's cap where histories are asked for.
   */
  async lastChanges(
    type: ObjectType,
    ids: readonly string[],
    names: readonly string[],
  ): Promise<Map<string, Map<string, Date>>> {
    const all = new Map<string, Map<string, Date>>();
    for (const part of chunks(ids, BATCH_LIMIT / 2)) {
      checkIds(type, part);
      const body = { inputs: part.map((id) => ({ id })), properties: [], propertiesWithHistory: [...names] };
      const answer = await this.read(said`read the history of ${RECORD_PLURALS[type]}`, () =>
        this.sdk.crm.objects.batchApi.readWithHttpInfo(type, body),
      );
      for (const record of answer.results) {
        const history = toLastChanges(record.propertiesWithHistory);
        if (history !== undefined) all.set(record.id, history);
      }
    }
    return all;
  }

  /** Batches leave out what was merged or deleted; this answers the survivor of a merge, or what is in the recycle bin. */
  private async readOne(
    type: ObjectType,
    id: string,
    archived: boolean,
  ): Promise<{ id: string; archivedAt?: Date } | undefined> {
    try {
      return await this.read(said`read ${RECORD_NAMES[type]} ${id}`, () =>
        this.sdk.crm.objects.basicApi.getByIdWithHttpInfo(type, id, ['hs_object_id'], undefined, undefined, archived),
      );
    } catch (error) {
      if (error instanceof ConnectorError && error.errorClass === 'not_found') return undefined;
      throw error;
    }
  }

  private heard(type: ObjectType, id: string, found: HubSpotRecord): HubSpotRecord {
    if (type === 'deals' && found.id !== id) {
      this.hearFate?.({ type: 'deal', id, happened: 'merged', at: null, into: found.id });
    }
    return found;
  }

  private async gone(type: ObjectType, id: string): Promise<ConnectorError> {
    const binned = await this.readOne(type, id, true);
    if (binned === undefined) {
      return new ConnectorError(
        'not_found',
        said`HubSpot has no ${RECORD_NAMES[type]} ${id}: it does not exist or was deleted.`,
        { remedy: said`Check in HubSpot that the record is still there and was not merged into another one.` },
      );
    }
    const at = binned.archivedAt?.toISOString() ?? null;
    if (type === 'deals') this.hearFate?.({ type: 'deal', id, happened: 'deleted', at });
    return new ConnectorError('not_found', said`The ${RECORD_NAMES[type]} ${id} was deleted in HubSpot.`, {
      remedy: said`Restore it in HubSpot, which keeps what was deleted for 90 days, or link the document to another deal; then retry the run.`,
    });
  }

  private async readBatch(
    type: ObjectType,
    ids: readonly string[],
    properties: readonly string[],
  ): Promise<HubSpotRecord[]> {
    checkIds(type, ids);
    const body = { inputs: ids.map((id) => ({ id })), properties: [...properties], propertiesWithHistory: [] };
    const answer = await this.read(whatIsRead(type, ids), () =>
      this.sdk.crm.objects.batchApi.readWithHttpInfo(type, body),
    );
    return answer.results.map((record) => ({ id: record.id, properties: record.properties }));
  }
}

const whatIsRead = (type: ObjectType, ids: readonly string[]): Said =>
  ids.length === 1 ? said`read ${RECORD_NAMES[type]} ${ids[0] ?? ''}` : said`read ${RECORD_PLURALS[type]}`;

/** HubSpot answers an id like "undefined" with a 404 that hides the mistake. */
export function checkIds(type: ObjectType, ids: readonly string[]): void {
  const wrong = ids.find((id) => !/^\d+$/.test(id));
  if (wrong === undefined) return;
  throw new ConnectorError(
    'validation',
    said`"${wrong.slice(0, 40)}" is not the id of a HubSpot ${RECORD_NAMES[type]}.`,
    {
      remedy: said`Ids in HubSpot are whole numbers; check where the recipe takes this one from.`,
    },
  );
}
