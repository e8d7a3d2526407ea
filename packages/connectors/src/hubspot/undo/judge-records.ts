import { type Said, said } from '../../sdk/said.js';
import type { NetChange } from '../../sdk/undo.js';
import type { HubSpotGateway } from '../client.js';
import type { PropertyDefinition } from '../properties/definition.js';
import type { PropertyUpdate } from '../properties/write-set.js';
import type { HubSpotRecord, PipelineInfo } from '../records.js';
import { left, type Verdict } from '../../sdk/verdict.js';
import { judgeProperty, textOf } from './judge-property.js';

const OBJECTS = { deal: 'deals', company: 'companies', contact: 'contacts' } as const;
type RecordType = keyof typeof OBJECTS;

export type RecordToRestore = { object: (typeof OBJECTS)[RecordType]; id: string; updates: PropertyUpdate[] };

export interface JudgedRecords {
  verdicts: Verdict[];
  records: RecordToRestore[];
}

export const isRecordChange = ({ target, operation, property }: NetChange): boolean =>
  target.type in OBJECTS && operation === 'update' && property !== null;

/** Properties of deals, companies and contacts. */
export async function judgeRecords(gateway: HubSpotGateway, changes: readonly NetChange[]): Promise<JudgedRecords> {
  const judged: JudgedRecords = { verdicts: [], records: [] };
  for (const [type, object] of Object.entries(OBJECTS)) {
    const ofType = changes.filter(({ target }) => target.type === type);
    if (ofType.length === 0) continue;
    const definitions = await gateway.definitions(object, true);
    const ids = [...new Set(ofType.flatMap(({ target }) => target.id ?? []))];
    const names = new Set([...ofType.flatMap(({ property }) => property ?? []), ...(type === 'deal' ? STAGE : [])]);
    const found = await gateway.records(object, ids, [...names]);
    for (const id of ids) {
      const ofRecord = ofType.filter(({ target }) => target.id === id);
      const record = found.find((one) => one.id === id);
      if (record === undefined) {
        judged.verdicts.push(...ofRecord.map((net) => left(net, said`it is no longer in HubSpot.`)));
        continue;
      }
      const plain = ofRecord.map((net) => judgeNet(net, record, definitions));
      const isMove = object === 'deals' && ofRecord.some(({ property }) => STAGE.includes(property ?? ''));
      const { verdicts, also } = isMove
        ? judgeMove(ofRecord, plain, record, await gateway.pipelines())
        : { verdicts: plain, also: [] };
      judged.verdicts.push(...verdicts);
      const updates = verdicts.flatMap((verdict) => (verdict.is === 'restored' ? toUpdate(verdict.change) : []));
      if (updates.length > 0) judged.records.push({ object, id, updates: [...updates, ...also] });
    }
  }
  return judged;
}

const judgeNet = (net: NetChange, record: HubSpotRecord, definitions: readonly PropertyDefinition[]): Verdict =>
  judgeProperty(
    net,
    record.properties[net.property ?? ''],
    definitions.find(({ name }) => name === net.property),
  );

export const toUpdate = ({ property, before, after }: Pick<NetChange, 'property' | 'before' | 'after'>) =>
  property === null ? [] : [{ property, before: before === null ? null : textOf(before), after: textOf(after) }];

const STAGE = ['pipeline', 'dealstage'];

/** A stage belongs to its pipeline: both go back or neither, and HubSpot wants to be told both. */
function judgeMove(
  changes: readonly NetChange[],
  verdicts: readonly Verdict[],
  deal: HubSpotRecord,
  pipelines: readonly PipelineInfo[],
): { verdicts: Verdict[]; also: PropertyUpdate[] } {
  const isOfMove = (place: number): boolean => STAGE.includes(changes[place]?.property ?? '');
  const leave = (why: Said) => ({
    verdicts: verdicts.map((verdict, place) => {
      const net = changes[place];
      return net !== undefined && isOfMove(place) && verdict.is === 'restored' ? left(net, why) : verdict;
    }),
    also: [],
  });
  const ofMove = verdicts.filter((_, place) => isOfMove(place));
  if (!ofMove.some(({ is }) => is === 'restored')) return { verdicts: [...verdicts], also: [] };
  if (ofMove.some(({ is }) => is === 'left')) return leave(said`the deal has been moved on since.`);
  const restored = new Map(
    ofMove.flatMap((verdict) => (verdict.is === 'restored' ? [[verdict.change.property, verdict.change.after]] : [])),
  );
  const [pipeline, stage] = STAGE.map((name) => restored.get(name) ?? deal.properties[name] ?? null);
  const home = pipelines.find(({ id }) => id === pipeline);
  if (home?.stages.some(({ id }) => id === stage) !== true)
    return leave(said`the stage that it was in is no longer in HubSpot.`);
  const also = STAGE.filter((name) => !restored.has(name)).flatMap((property): PropertyUpdate[] => {
    const value = deal.properties[property];
    return value == null ? [] : [{ property, before: value, after: value }];
  });
  return { verdicts: [...verdicts], also };
}
