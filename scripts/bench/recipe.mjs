/** The two steps that are measured: get the document, update the deal. */
export const RECIPE = {
  format: 1,
  key: 'bench',
  name: 'Bench',
  description: '',
  offer: 'template',
  settings: [],
  trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
  steps: [
    {
      id: 'document',
      kind: 'action',
      title: 'Get the document',
      connector: 'pandadoc',
      action: 'get_document',
      input: { document_id: { var: 'trigger.document_id' } },
    },
    {
      id: 'update',
      kind: 'action',
      title: 'Update the deal',
      connector: 'hubspot',
      action: 'update_properties',
      input: {
        object: 'deals',
        id: { var: 'trigger.deal_id' },
        properties: { description: { var: 'steps.document.name' } },
      },
    },
  ],
};

const TEMPLATE = 'bench-template';

/** Connects the accounts and switches the recipe on; answers where webhooks go. */
export async function prepareEngine(url) {
  await api(url, 'POST', '/connections/sandbox', {});
  await api(url, 'POST', '/recipes', RECIPE);
  await api(url, 'POST', '/recipes/bench/publish', {});
  await api(url, 'PUT', '/automations', { recipe: 'bench', template_id: null, enabled: true, settings: {} });
  const connections = await api(url, 'GET', '/connections');
  const { id } = (connections.items ?? connections).find(({ connector }) => connector === 'pandadoc');
  return `${url}/webhooks/pandadoc/${id}`;
}

/** The body of one webhook about a document and a deal of their own. */
export function webhookBody(number) {
  return JSON.stringify([
    {
      event: 'document_state_changed',
      data: {
        id: `bench${number}`,
        name: `Offer ${number}`,
        status: 'document.completed',
        date_created: '2026-01-01T00:00:00.000000Z',
        date_modified: new Date().toISOString(),
        template: { id: TEMPLATE, name: 'Bench' },
        linked_objects: [{ id: 'l', provider: 'hubspot', entity_type: 'deal', entity_id: `9${number}` }],
        recipients: [],
      },
    },
  ]);
}

async function api(url, method, path, body) {
  const response = await fetch(`${url}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}
