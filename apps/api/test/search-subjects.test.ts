import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import { DESK } from './line-item-cases.js';

// Several remote calls each, on machines that may be busy.

interface Hit {
  kind: string;
  id: string;
  name: string | null;
  known: boolean;
}

describe('Searching deals and documents', () => {
  let desk: Desk;
  let deal: string;
  let document: string;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('change-deal-stage', { pipeline: 'default', stages: { 'document.sent': 'contractsent' } });
    deal = await desk.deal({ dealname: 'Quillfeather rollout' }, [DESK]);
    document = await desk.document(deal, 'Sales proposal');
    await desk.act(document, 'send');
    await desk.settled();
  });
  afterAll(() => desk.close());
  afterEach(() => desk.control('DELETE', '/faults'));

  async function find(text: string): Promise<{ items: Hit[]; silent: { title: string; reason: string }[] }> {
    const { status, body } = await desk.api('GET', `/api/subjects?text=${encodeURIComponent(text)}`);
    expect(status).toBe(200);
    return body;
  }
  const loseRemotes = async () => {
    for (const api of ['hubspot', 'pandadoc'])
      await desk.control('POST', '/faults', { api, effect: { kind: 'preset', name: '500' } });
  };

  it('finds a deal by the beginnings of the words of its name, whatever their case', async () => {
    expect((await find('quillf ROLL')).items).toContainEqual({
      kind: 'deal',
      id: deal,
      name: 'Quillfeather rollout',
      known: true,
    });
  });

  it('finds both by their ids', async () => {
    expect((await find(deal)).items[0]).toMatchObject({ kind: 'deal', id: deal, known: true });
    expect((await find(document)).items[0]).toMatchObject({ kind: 'document', id: document, known: true });
  });

  it('finds by id what nothing has happened to yet', async () => {
    const other = await desk.deal({ dealname: 'Nobody knows' });
    const draft = await desk.document(other, 'Mutual NDA');
    expect((await find(other)).items).toContainEqual({ kind: 'deal', id: other, name: 'Nobody knows', known: false });
    expect((await find(draft)).items).toContainEqual(expect.objectContaining({ kind: 'document', id: draft }));
    expect((await find('99999999999')).items).toEqual([]);
  });

  it('finds them by the e-mail of the contact and of the recipient', async () => {
    const { recipients } = await desk.details(document);
    const { items } = await find(recipients[0].email);
    expect(items).toContainEqual(expect.objectContaining({ kind: 'document', id: document, known: true }));
    expect(items).toContainEqual(expect.objectContaining({ kind: 'deal', id: deal, known: true }));
  });

  it('finds a deal to which nothing has happened yet, and says so', async () => {
    const other = await desk.deal({ dealname: 'Untouched Marrowbone' });
    expect((await find('Marrowbone')).items).toEqual([
      { kind: 'deal', id: other, name: 'Untouched Marrowbone', known: false },
    ]);
  });

  it('still finds what it knows itself while the others do not answer, and says who is silent', async () => {
    await loseRemotes();
    const { items, silent } = await find('Quillfeather');
    expect(items).toContainEqual(expect.objectContaining({ kind: 'deal', id: deal, known: true }));
    expect(silent.map(({ title }) => title).sort()).toEqual(['HubSpot', 'PandaDoc']);
  });

  it('finds nothing for what means nothing', async () => {
    await loseRemotes();
    expect((await find('& | !')).items).toEqual([]);
    expect((await desk.api('GET', '/api/subjects?text=')).status).toBe(400);
  });
});
