import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { attachFile } from '../../src/hubspot/actions/attach-file.js';
import { createNote } from '../../src/hubspot/actions/create-note.js';
import { createTask } from '../../src/hubspot/actions/create-task.js';
import type { FileRef } from '../../src/sdk/file-store.js';
import { failureOf, HubSpotTestWorld } from './hubspot-world.js';

let world: HubSpotTestWorld;
let deal_id: string;
let file: FileRef;
beforeAll(async () => {
  world = await HubSpotTestWorld.open();
});
beforeEach(async () => {
  await world.reset();
  deal_id = await world.dealNamed('Kestrel');
  const bytes = new TextEncoder().encode('%PDF-1.4 a contract');
  file = await world.files.put({ name: 'Vertrag für Kestrel.pdf', mediaType: 'application/pdf', bytes });
});
afterAll(() => world.close());

const notesOf = async () => (await world.api('GET', `/crm/v4/objects/deals/${deal_id}/associations/notes`)).results;
const loseAnswerOf = (path: string) =>
  world.control('POST', '/faults', { api: 'hubspot', method: 'POST', path, times: 1, effect: { kind: 'drop_after' } });

describe('attaching a file to a deal', () => {
  it('puts the file privately into a folder of its document and hangs it on the deal by a note', async () => {
    const { output } = await world.write(attachFile, {
      deal_id,
      file,
      key: 'doc-7:completed',
      note: 'Signed <by> Dana',
    });
    expect(output.already_attached).toBe(false);
    const stored = await world.api('GET', `/files/v3/files/${output.file_id}`);
    expect(stored).toMatchObject({
      access: 'PRIVATE',
      extension: 'pdf',
      path: expect.stringMatching(/^\/PandaDoc\/doc-7\/Vertrag-f-r-Kestrel-[0-9a-f]{8}\.pdf$/),
    });
    const note = await world.properties('notes', output.note_id, 'hs_attachment_ids', 'hs_note_body');
    expect(note.hs_attachment_ids).toBe(output.file_id);
    expect(note.hs_note_body).toContain('Signed &lt;by&gt; Dana');
  });

  it('attaches once for one key, and anew for another', async () => {
    const first = await world.write(attachFile, { deal_id, file, key: 'doc-7:sent' });
    const again = await world.write(attachFile, { deal_id, file, key: 'doc-7:sent' });
    expect(again.plan.changes).toEqual([]);
    expect(again.output).toEqual({ ...first.output, already_attached: true });
    await world.write(attachFile, { deal_id, file, key: 'doc-7:completed' });
    expect(await notesOf()).toHaveLength(2);
  });

  it.each(['/files/v3/files', '/objects/notes'])('attaches once although the answer to %s is lost', async (path) => {
    await loseAnswerOf(path);
    expect((await failureOf(world.write(attachFile, { deal_id, file, key: 'k' }))).errorClass).toBe('transient');
    await world.write(attachFile, { deal_id, file, key: 'k' });
    expect(await notesOf()).toHaveLength(1);
    const { results } = await world.api('GET', '/files/v3/files/search');
    expect(results.filter((one: { name: string }) => one.name.startsWith('Vertrag'))).toHaveLength(1);
  });
});

describe('notes and tasks', () => {
  it('writes one note per step, also when its answer is lost', async () => {
    await loseAnswerOf('/objects/notes');
    await failureOf(world.write(createNote, { deal_id, body: 'Viewed' }));
    const { output } = await world.write(createNote, { deal_id, body: 'Viewed' });
    expect(output.created).toBe(false);
    expect(await notesOf()).toHaveLength(1);
    world.stepKey = 'run-2:step-1';
    expect((await world.write(createNote, { deal_id, body: 'Viewed' })).output.created).toBe(true);
  });

  it('creates a task with its due time and owner', async () => {
    const input = { deal_id, title: 'Call Dana', due_at: '2026-12-01T09:00:00+01:00', owner_id: '701' };
    const { output, effects } = await world.write(createTask, input);
    expect(
      await world.properties('tasks', output.task_id, 'hs_task_subject', 'hs_timestamp', 'hubspot_owner_id'),
    ).toEqual({
      hs_task_subject: 'Call Dana',
      hs_timestamp: '2026-12-01T08:00:00Z',
      hubspot_owner_id: '701',
    });
    expect(effects[0]!.target).toMatchObject({ type: 'task', id: output.task_id });
    expect((await world.write(createTask, input)).output).toEqual({ task_id: output.task_id, created: false });
  });
});
