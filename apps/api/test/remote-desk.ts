import { eventually } from '../src/testing/eventually.js';

type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into answers of three APIs
export interface Answer {
  status: number;
  body: Json;
}

export interface Line {
  name: string;
  price: string;
  quantity: string;
  hs_sku?: string;
  [property: string]: string | undefined;
}

/**
 * What a salesperson, a customer and an administrator do, over HTTP: so that a test sees what HubSpot and PandaDoc see
 * and not what our own tables say.
 */
export class RemoteDesk {
  constructor(
    readonly appUrl: string,
    readonly sandboxUrl: string,
  ) {}

  api(method: string, path: string, body?: Json): Promise<Answer> {
    return call(method, this.appUrl + path, body);
  }

  async hubspot(method: string, path: string, body?: Json): Promise<Json> {
    return good(
      await call(method, `${this.sandboxUrl}/hubspot${path}`, body, {
        authorization: 'Bearer pat-sandbox-hubspot',
      }),
    );
  }

  async pandadoc(method: string, path: string, body?: Json): Promise<Json> {
    const headers = { authorization: 'API-Key sandbox-production-key' };
    return good(await call(method, `${this.sandboxUrl}/pandadoc/public/v1${path}`, body, headers));
  }

  async control(method: string, path: string, body?: Json): Promise<Json> {
    return good(await call(method, `${this.sandboxUrl}/control${path}`, body));
  }

  /** Put in place as if it had been there all the time: even what the remotes no longer offer. */
  async switchOn(recipe: string, settings: Json = {}, templateId: string | null = null): Promise<void> {
    const items = [{ recipe, template_id: templateId, choice: { enabled: true, settings } }];
    const answer = await this.api('POST', '/api/automations/changes', { items, restore: true });
    if (answer.status >= 300) throw new Error(`${recipe} was not switched on: ${JSON.stringify(answer.body)}`);
  }

  async templateNamed(name: string): Promise<string> {
    const { results } = await this.pandadoc('GET', `/templates?q=${encodeURIComponent(name)}`);
    return results[0].id;
  }

  /** A deal with a company, a contact and line items of its own. */
  async deal(properties: Record<string, string> = {}, lines: Line[] = []): Promise<string> {
    const link = (id: string, type: number) => ({
      to: { id },
      types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: type }],
    });
    const company = await this.hubspot('POST', '/crm/v3/objects/companies', { properties: { name: 'Northwind' } });
    const contact = await this.hubspot('POST', '/crm/v3/objects/contacts', {
      properties: { email: `signer${company.id}@northwind.test`, firstname: 'Nora', lastname: 'Wind' },
    });
    const deal = await this.hubspot('POST', '/crm/v3/objects/deals', {
      properties: {
        dealname: 'Northwind rollout',
        pipeline: 'default',
        dealstage: 'qualifiedtobuy',
        deal_currency_code: 'EUR',
        ...properties,
      },
      associations: [link(company.id, 5), link(contact.id, 3)],
    });
    for (const line of lines) await this.addLine(deal.id, line);
    return deal.id;
  }

  async addLine(dealId: string, line: Line): Promise<string> {
    const created = await this.hubspot('POST', '/crm/v3/objects/line_items', {
      properties: line,
      associations: [
        { to: { id: dealId }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] },
      ],
    });
    return created.id;
  }

  async dealProperties(dealId: string, ...names: string[]): Promise<Record<string, string | null>> {
    const read = await this.hubspot('GET', `/crm/v3/objects/deals/${dealId}?properties=${names.join(',')}`);
    return Object.fromEntries(names.map((name) => [name, read.properties[name] ?? null]));
  }

  /** The deal's line items, by name. */
  async lines(dealId: string, ...extra: string[]): Promise<Record<string, string | null>[]> {
    const names = [
      'name',
      'price',
      'quantity',
      'hs_sku',
      'discount',
      'hs_discount_percentage',
      'description',
      'amount',
      ...extra,
    ];
    const links = await this.hubspot('GET', `/crm/v4/objects/deals/${dealId}/associations/line_items?limit=500`);
    const inputs = links.results.map((link: Json) => ({ id: String(link.toObjectId) }));
    if (inputs.length === 0) return [];
    const lines: Record<string, string | null>[] = [];
    for (let from = 0; from < inputs.length; from += 100) {
      const { results } = await this.hubspot('POST', '/crm/v3/objects/line_items/batch/read', {
        properties: names,
        inputs: inputs.slice(from, from + 100),
      });
      lines.push(...results.map((item: Json) => ({ id: item.id, ...item.properties })));
    }
    return lines.sort((a, b) => String(a.name).localeCompare(String(b.name)));
  }

  async companyOf(dealId: string): Promise<string> {
    const { results } = await this.hubspot('GET', `/crm/v4/objects/deals/${dealId}/associations/companies`);
    const primary = results.find((link: Json) => link.associationTypes.some((type: Json) => type.typeId === 5));
    return String(primary.toObjectId);
  }

  /** The notes of a deal with the attachments' file ids. */
  async notes(dealId: string): Promise<{ id: string; body: string; files: string[] }[]> {
    const { results } = await this.hubspot('GET', `/crm/v4/objects/deals/${dealId}/associations/notes`);
    const notes = [];
    for (const link of results) {
      const note = await this.hubspot(
        'GET',
        `/crm/v3/objects/notes/${link.toObjectId}?properties=hs_note_body,hs_attachment_ids`,
      );
      const files = String(note.properties.hs_attachment_ids ?? '')
        .split(';')
        .filter(Boolean);
      notes.push({ id: String(link.toObjectId), body: String(note.properties.hs_note_body), files });
    }
    return notes;
  }

  /** The twin refuses nobody for being quick. */
  async liftLimits(): Promise<void> {
    await this.control('PATCH', '/hubspot/settings', { rate_per_10s: 100_000, search_per_second: 1_000 });
    const many = { create: 100_000, status: 100_000, details: 100_000, 'template-details': 100_000 };
    await this.control('PATCH', '/pandadoc/settings', { rate_limits: many });
  }

  /** As from PandaDoc's card in HubSpot: filled from the deal and linked to it. */
  async document(dealId: string, template: string): Promise<string> {
    const created = await this.control('POST', '/play/documents', {
      deal_id: dealId,
      template_id: await this.templateNamed(template),
    });
    return created.document_id;
  }

  act(documentId: string, act: string): Promise<Json> {
    return this.control('POST', `/pandadoc/documents/${documentId}/${act}`, {});
  }

  async fill(documentId: string, fields: Record<string, Json>): Promise<void> {
    await this.control('PATCH', `/pandadoc/documents/${documentId}/fields`, fields);
  }

  /** PandaDoc makes documents asynchronously; comes back when this one is there. */
  async isDraft(documentId: string): Promise<void> {
    await eventually(async () => {
      const { status } = await this.pandadoc('GET', `/documents/${documentId}`);
      if (status !== 'document.draft') throw new Error(`The document is still ${status}`);
    });
  }

  shown(documentId: string): Promise<Json> {
    return this.control('GET', `/pandadoc/documents/${documentId}`);
  }

  details(documentId: string): Promise<Json> {
    return this.pandadoc('GET', `/documents/${documentId}/details`);
  }

  /** The runs of a document, oldest first. */
  async runs(documentId: string, recipe?: string): Promise<Json[]> {
    const query = recipe ? `&recipe=${recipe}` : '';
    const { body } = await this.api('GET', `/api/runs?document=${documentId}${query}`);
    const runs = [];
    for (const { id } of body.items.toReversed()) runs.push((await this.api('GET', `/api/runs/${id}`)).body);
    return runs;
  }
}

async function call(method: string, url: string, body?: Json, headers: Record<string, string> = {}): Promise<Answer> {
  const sent =
    body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
  const response = await fetch(url, { method, headers, ...sent });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : text };
}

function good({ status, body }: Answer): Json {
  if (status >= 300) throw new Error(`The twin answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
