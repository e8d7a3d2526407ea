import { said } from '../sdk/said.js';
import { associationSpecs, refusedRecords, toUploadedId } from './from-sdk.js';
import { checkIds, RecordReads } from './record-reads.js';
import { RECORD_NAMES, RECORD_PLURALS, type NewRecord, type ObjectType, type RefusedRecord } from './records.js';

/**
 * One HubSpot account, and the only place in the project that speaks to it. Every method throws ConnectorError only;
 * every call goes through the connection's budget and has a deadline; only reads are repeated.
 */
export class HubSpotGateway extends RecordReads {
  async update(type: ObjectType, id: string, properties: Record<string, string>): Promise<void> {
    checkIds(type, [id]);
    await this.write(said`update ${RECORD_NAMES[type]} ${id}`, () =>
      this.sdk.crm.objects.basicApi.updateWithHttpInfo(type, id, { properties }),
    );
  }

  /** A new record associated with its deal; returns its id. */
  async create(type: ObjectType, record: NewRecord): Promise<string> {
    const body = { properties: record.properties, associations: associationSpecs(record) };
    const answer = await this.write(said`create a ${RECORD_NAMES[type]}`, () =>
      this.sdk.crm.objects.basicApi.createWithHttpInfo(type, body),
    );
    return answer.id;
  }

  /** Up to 100 new records. `created[i]` is the id of `records[i]`, undefined where HubSpot refused it. */
  async createBatch(
    type: ObjectType,
    records: readonly NewRecord[],
  ): Promise<{ created: (string | undefined)[]; refused: RefusedRecord[] }> {
    const inputs = records.map((record, index) => ({
      properties: record.properties,
      associations: associationSpecs(record),
      objectWriteTraceId: String(index),
    }));
    const answer = await this.write(said`create ${RECORD_PLURALS[type]}`, () =>
      this.sdk.crm.objects.batchApi.createWithHttpInfo(type, { inputs }),
    );
    const created: (string | undefined)[] = records.map(() => undefined);
    answer.results.forEach((result, place) => {
      created[Number(result.objectWriteTraceId ?? place)] = result.id;
    });
    return { created, refused: refusedRecords(answer) };
  }

  /** Up to 100 updates; returns those that HubSpot refused. */
  async updateBatch(
    type: ObjectType,
    records: readonly { id: string; properties: Record<string, string> }[],
  ): Promise<RefusedRecord[]> {
    checkIds(
      type,
      records.map((record) => record.id),
    );
    const inputs = records.map(({ id, properties }, index) => ({ id, properties, objectWriteTraceId: String(index) }));
    const answer = await this.write(said`update ${RECORD_PLURALS[type]}`, () =>
      this.sdk.crm.objects.batchApi.updateWithHttpInfo(type, { inputs }),
    );
    return refusedRecords(answer);
  }

  /** Up to 100 deletions; what is already gone stays gone. */
  async archiveBatch(type: ObjectType, ids: readonly string[]): Promise<void> {
    checkIds(type, ids);
    await this.write(said`delete ${RECORD_PLURALS[type]}`, () =>
      this.sdk.crm.objects.batchApi.archiveWithHttpInfo(type, { inputs: ids.map((id) => ({ id })) }),
    );
  }

  /** Puts a private file into a folder of the file manager; the same file in the same folder is not stored twice. Returns its id. */
  async upload(file: { name: string; folder: string; bytes: Uint8Array }): Promise<string> {
    const options = JSON.stringify({
      access: 'PRIVATE',
      overwrite: false,
      duplicateValidationStrategy: 'RETURN_EXISTING',
      duplicateValidationScope: 'EXACT_FOLDER',
    });
    const part = { data: Buffer.from(file.bytes), name: file.name };
    return this.call('write', said`upload the file`, 'crm', this.times.uploadDeadlineMs, async () => {
      const answer = await this.sdk.files.filesApi.uploadWithHttpInfo(
        part,
        undefined,
        file.folder,
        file.name,
        undefined,
        options,
      );
      return { headers: answer.headers, data: toUploadedId(answer.data) };
    });
  }
}
