import type { Json } from '@tandem/recipes';
import { z } from 'zod';
import { said } from '../../sdk/said.js';
import type { NetChange } from '../../sdk/undo.js';
import { deletion } from '../changes.js';
import type { HubSpotGateway } from '../client.js';
import type { HubSpotRecord } from '../records.js';
import { left, subjectOf, type Verdict } from '../../sdk/verdict.js';

export type Archive = { object: 'notes' | 'tasks'; ids: string[] };

export interface JudgedEngagements {
  verdicts: Verdict[];
  archives: Archive[];
}

const OBJECTS = { note: 'notes', task: 'tasks' } as const;
const PROPERTIES = {
  note: ['hs_note_body'],
  task: ['hs_task_body', 'hs_task_subject', 'hs_task_status'],
} as const;

const Texts = z.object({ body: z.string().nullish(), title: z.string().nullish() });

/** Notes and tasks that were created go into HubSpot's recycle bin, and with a note what hung on it. */
export async function judgeEngagements(
  gateway: HubSpotGateway,
  changes: readonly NetChange[],
): Promise<JudgedEngagements> {
  const judged: JudgedEngagements = { verdicts: [], archives: [] };
  for (const type of ['note', 'task'] as const) {
    const made = changes.filter(({ target, operation }) => target.type === type && operation === 'create');
    const ids = made.flatMap(({ target }) => target.id ?? []);
    if (made.length === 0) continue;
    const found = await gateway.records(OBJECTS[type], ids, PROPERTIES[type]);
    const verdicts = made.map((net) => judge(net, found));
    judged.verdicts.push(...verdicts);
    const archived = verdicts.flatMap((verdict) => (verdict.is === 'restored' ? (verdict.change.target.id ?? []) : []));
    if (archived.length > 0) judged.archives.push({ object: OBJECTS[type], ids: archived });
  }
  return judged;
}

/** The file itself is of no harm: it is private, and somebody may have hung it elsewhere meanwhile. */
export const judgeFile = (net: NetChange): Verdict => ({
  is: 'already',
  ids: net.ids,
  note: {
    subject: subjectOf(net),
    message: said`The file stays, private, in the file manager of HubSpot; delete it there if it must go.`,
  },
});

function judge(net: NetChange, found: readonly HubSpotRecord[]): Verdict {
  if (net.target.id === null) return left(net, said`HubSpot never told its id; delete it there if it must go.`);
  const record = found.find(({ id }) => id === net.target.id);
  if (record === undefined) return { is: 'already', ids: net.ids };
  if (record.properties.hs_task_status === 'COMPLETED') return left(net, said`the task has been done.`);
  if (!saysTheSame(record, net.after)) return left(net, said`somebody has changed its text since.`);
  const type = net.target.type === 'task' ? 'task' : 'note';
  const change = deletion({ type, id: record.id, label: net.target.label }, net.after);
  return { is: 'restored', ids: net.ids, change };
}

function saysTheSame({ properties }: HubSpotRecord, after: Json): boolean {
  const { body, title } = typeof after === 'string' ? { body: after, title: null } : Texts.parse(after);
  const isTitle = title == null || properties.hs_task_subject === title;
  return isTitle && plain(properties.hs_note_body ?? properties.hs_task_body ?? '') === plain(escaped(body ?? ''));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Without tags, our mark and white space, which HubSpot's editor may have set differently. */
const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\[Tandem [0-9a-f]+\]/g, '')
    .replaceAll('&nbsp;', '')
    .replaceAll(/\s+/g, '');
