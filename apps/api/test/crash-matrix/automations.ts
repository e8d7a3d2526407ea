import { eventually } from '../../src/testing/eventually.js';
import { addRow, CHAIR, DESK, editRow, removeRow, rowsOf } from '../line-item-cases.js';
import type { RemoteDesk } from '../remote-desk.js';

export interface Subject {
  deal: string;
  document: string;
}

type Act = (desk: RemoteDesk, subject: Subject) => Promise<unknown>;

/** One built-in automation: what people do, and what the remotes look like afterwards, without ids and times. */
export interface Automation {
  recipe: string;
  settings: object;
  prepare(desk: RemoteDesk): Promise<Subject>;
  acts: Act[];
  picture(desk: RemoteDesk, subject: Subject): Promise<unknown>;
}

const send: Act = (desk, { document }) => desk.act(document, 'send');
const sign: Act = (desk, { document }) => desk.act(document, 'sign');

async function documentFrom(desk: RemoteDesk, template: string): Promise<Subject> {
  const deal = await desk.deal({ amount: '1' }, [DESK, CHAIR]);
  const document = await desk.document(deal, template);
  await desk.isDraft(document);
  return { deal, document };
}

/** As with the button. A person whose click got no answer clicks again. */
const importNow: Act = (desk, { document }) =>
  eventually(async () => {
    const { status } = await desk.api('POST', '/api/runs', { recipe: 'import-from-crm', document_id: document });
    if (status !== 202) throw new Error(`Not accepted: ${status}`);
  }, 90_000);

export const AUTOMATIONS: Automation[] = [
  {
    recipe: 'change-deal-stage',
    settings: {
      pipeline: 'default',
      stages: { 'document.sent': 'contractsent', 'document.completed': 'closedwon' },
    },
    prepare: (desk) => documentFrom(desk, 'Mutual NDA'),
    acts: [send, sign],
    picture: (desk, { deal }) => desk.dealProperties(deal, 'pipeline', 'dealstage'),
  },
  {
    recipe: 'attach-pdf',
    settings: { statuses: ['document.completed'] },
    prepare: (desk) => documentFrom(desk, 'Mutual NDA'),
    acts: [send, sign],
    picture: async (desk, { deal }) => (await desk.notes(deal)).map(({ files }) => files.length),
  },
  {
    recipe: 'update-deal-properties',
    settings: { statuses: ['document.completed'] },
    async prepare(desk) {
      const subject = await documentFrom(desk, 'Sales proposal');
      await desk.fill(subject.document, {
        'Deal.PoNumber': 'PO-77',
        'Deal.Signed': true,
        'Deal.PaymentTerms': 'Net 30',
      });
      return subject;
    },
    acts: [send, sign],
    picture: (desk, { deal }) => desk.dealProperties(deal, 'po_number', 'signed', 'payment_terms'),
  },
  {
    recipe: 'update-line-items',
    settings: { statuses: ['document.completed'], add_and_delete: true },
    async prepare(desk) {
      const subject = await documentFrom(desk, 'Sales proposal');
      await removeRow(desk, subject.document, 'Desk');
      await editRow(desk, subject.document, 'Chair', { qty: '7' });
      await addRow(desk, subject.document, { name: 'Lamp', sku: 'T-LAMP', price: '80', qty: '2' });
      await addRow(desk, subject.document, { name: 'Rug', price: '30', qty: '1' });
      return subject;
    },
    acts: [send, sign],
    picture: async (desk, { deal }) => ({
      lines: (await desk.lines(deal)).map(({ name, hs_sku, price, quantity, amount }) => [
        name,
        hs_sku,
        price,
        quantity,
        amount,
      ]),
      ...(await desk.dealProperties(deal, 'amount')),
    }),
  },
  {
    recipe: 'import-from-crm',
    settings: {},
    async prepare(desk) {
      const subject = await documentFrom(desk, 'Sales proposal');
      await desk.addLine(subject.deal, { name: 'Lamp', price: '80', quantity: '1', hs_sku: 'T-LAMP' });
      return subject;
    },
    acts: [importNow],
    picture: async (desk, { document }) => (await rowsOf(desk, document)).map(({ name, sku }) => ({ name, sku })),
  },
];
