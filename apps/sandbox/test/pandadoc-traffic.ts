import type { Session } from './contract-session.js';

const v1 = '/public/v1';

/** A salesperson makes a document of each template from a deal, which is filled, sent and signed; says the ids. */
export async function lead({ send }: Session, template: string): Promise<string> {
  const templates = await send('pandadoc', `GET ${v1}/templates?q=${encodeURIComponent(template)}&count=10&page=1`);
  const { id: template_id } = templates.results[0];
  await send('pandadoc', `GET ${v1}/templates/${template_id}/details`);
  const made = await send('control', 'POST /play/documents', { deal_id: '1001', template_id });
  const id: string = made.document_id;
  await send('pandadoc', `GET ${v1}/documents/${id}/details`);
  await send('pandadoc', `GET ${v1}/documents/${id}/fields`);
  await send('pandadoc', `GET ${v1}/documents/${id}/linked-objects`);
  await send('pandadoc', `GET ${v1}/documents/linked-objects?provider=hubspot&entity_type=deal&entity_id=1001`);
  await send('pandadoc', `PATCH ${v1}/documents/${id}`, { tokens: [{ name: 'Deal.Name', value: 'Changed' }] });
  await send('pandadoc', `POST ${v1}/documents/${id}/send`, { silent: true, subject: 'Hello', message: 'Please sign' });
  await send('pandadoc', `GET ${v1}/documents/${id}/download`);
  await send('control', `POST /pandadoc/documents/${id}/sign`, {});
  await send('pandadoc', `GET ${v1}/documents/${id}`);
  await send('pandadoc', `GET ${v1}/documents/${id}/download-protected`);
  await send('pandadoc', `GET ${v1}/documents/${id}/details`);
  await send('pandadoc', `GET ${v1}/documents?order_by=date_modified&modified_from=2020-01-01T00:00:00Z&count=10`);
  return id;
}

/** Makes a document as a connector does, links it, waits for its sealed PDF and deletes it. */
export async function create({ send }: Session): Promise<void> {
  const { results } = await send('pandadoc', `GET ${v1}/templates?q=proposal`);
  const data = { name: 'Chair', price: 10, qty: 2, discount: { type: 'percent', value: 5 } };
  const rows = [{ options: { optional: false }, data, custom_fields: { hubspot_line_item_id: '9' } }];
  const made = await send('pandadoc', `POST ${v1}/documents`, {
    name: 'Made by a program',
    template_uuid: results[0].id,
    recipients: [{ email: 'josh@example.com', first_name: 'Josh', last_name: 'Ron', role: 'Client' }],
    tokens: [{ name: 'Deal.Name', value: 'Acme' }],
    fields: { 'Deal.PoNumber': { value: '77' } },
    metadata: { hubspot_deal_id: '1001' },
    pricing_tables: [
      {
        name: 'Pricing Table 1',
        data_merge: false,
        options: { currency: 'EUR' },
        sections: [{ title: 'Products', default: true, multichoice_enabled: false, rows }],
      },
    ],
  });
  const path = `${v1}/documents/${made.id}`;
  await send('pandadoc', `GET ${path}/details`);
  const ended = Date.now() + 10_000;
  while ((await send('pandadoc', `GET ${path}`)).status !== 'document.draft' && Date.now() < ended);
  const link = { provider: 'hubspot', entity_type: 'deal', entity_id: '1001' };
  const { id } = await send('pandadoc', `POST ${path}/linked-objects`, link);
  await send('pandadoc', `POST ${path}/linked-objects`, { ...link, entity_id: '404404' });
  await send('pandadoc', `DELETE ${path}/linked-objects/${id}`);
  await send('pandadoc', `PATCH ${path}/status`, { status: 2 });
  await send('pandadoc', `GET ${path}/download-protected`);
  await send('pandadoc', `GET ${path}/download-protected`);
  await send('pandadoc', `DELETE ${path}`);
}

/** Fills a quote as a connector does: everything that stays is named by its id. */
export async function changeQuote({ send }: Session, id: string): Promise<void> {
  await send('pandadoc', `POST ${v1}/documents/${id}/draft`);
  const [quote] = (await send('pandadoc', `GET ${v1}/documents/${id}/details`)).pricing.quotes;
  const [first, ...others] = quote.sections;
  const kept = others.map((section: { id: string }) => ({ id: section.id }));
  const added = { name: 'Lamp', sku: 'L-1', qty: 2, price: 30.5, reference_id: '77', options: { qty_editable: true } };
  const items = [{ id: first.items[0].id }, { ...added, discounts: { Sale: { type: 'percent', value: 5 } } }];
  const body = { currency: 'EUR', sections: [{ id: first.id, items }, ...kept] };
  await send('pandadoc', `PUT ${v1}/documents/${id}/quotes/${quote.id}`, body);
  await send('pandadoc', `PATCH ${v1}/documents/${id}/status`, { status: 2, note: 'Signed on paper' });
  await send('pandadoc', `PUT ${v1}/documents/${id}/quotes/${quote.id}`, body);
}

/** Listens, and is refused for every reason that a connection meets. */
export async function listenAndBeRefused({ send }: Session): Promise<void> {
  const url = 'http://127.0.0.1:9/hooks';
  const wanted = { name: 'Tandem', url, active: true, triggers: ['document_state_changed'], payload: ['pricing'] };
  const { uuid } = await send('pandadoc', `POST ${v1}/webhook-subscriptions`, wanted);
  await send('pandadoc', `GET ${v1}/webhook-subscriptions`);
  await send('pandadoc', `DELETE ${v1}/webhook-subscriptions/${uuid}`);
  await send('pandadoc', `GET ${v1}/webhook-events?count=10&page=1`);
  await send('pandadoc', `GET ${v1}/members/current`);
  await send('pandadoc', `GET ${v1}/documents/folders`);
  for (const name of (await send('control', 'GET /faults/presets')).pandadoc) {
    if (name === '413') continue; // only an upload is too big
    await send('control', 'POST /faults', { api: 'pandadoc', times: 1, effect: { kind: 'preset', name } });
    const id = 'aahcZhiB6pKRbjagoZrrrr';
    if (name === '202') await send('pandadoc', `GET ${v1}/documents/${id}/download-protected`);
    else await send('pandadoc', `POST ${v1}/documents/${id}/send`, {});
  }
}
