import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { ask, Refused } from './ask.js';
import type { Backstage } from './backstage.js';
import { readDeal, type DealOnCard } from './deal.js';
import { pricingTable, productOf, type Product } from './product-rows.js';
import { filledQuote, QuoteBlock } from './quote-sections.js';
import { variableValues, type NamedValue } from './variable-values.js';

const PROCESSING_MS = 30_000;
const POLL_MS = 25;

const Recipient = z.strictObject({
  email: z.email(),
  first_name: z.string().default(''),
  last_name: z.string().default(''),
});

/** What the salesperson chooses on the card; without a recipient it is the deal's first contact. */
export const Wish = z.strictObject({
  deal_id: z.coerce.string().min(1),
  template_id: z.string().min(1),
  name: z.string().min(1).optional(),
  recipient: Recipient.optional(),
});
export type Wish = z.infer<typeof Wish>;

const TemplateDetails = z.object({
  name: z.string(),
  tokens: z.array(z.object({ name: z.string() })),
  roles: z.array(z.object({ name: z.string() })),
  pricing: z.object({ tables: z.array(z.object({ name: z.string() })).default([]) }),
});
type TemplateDetails = z.infer<typeof TemplateDetails>;

const Member = z.object({ email: z.string(), first_name: z.string(), last_name: z.string() });
const Created = z.object({ id: z.string() });
const Status = z.object({ name: z.string(), status: z.string() });
const WithQuotes = z.object({ pricing: z.object({ quotes: z.array(QuoteBlock).default([]) }) });

export interface PlayWorld {
  backstage: Backstage;
  /** Documents that HubSpot's card makes are linked from the start, not by a later call. */
  linkDeal(documentId: string, dealId: string): void;
}

export interface PlayedDocument {
  document_id: string;
  name: string;
  status: string;
  deal_id: string;
  variables: NamedValue[];
  products: number;
}

/**
 * What a salesperson does with PandaDoc's card on a HubSpot deal: a draft from a template, linked to the deal, its
 * variables and products taken from it. Comes back once the draft is there.
 * @throws Refused when the deal or template is missing, or the deal has nobody to send it to
 */
export async function createFromDeal(world: PlayWorld, wish: Wish): Promise<PlayedDocument> {
  const { backstage } = world;
  const card = await readDeal(backstage, wish.deal_id);
  const path = `/public/v1/templates/${encodeURIComponent(wish.template_id)}`;
  const template = await ask(backstage, TemplateDetails, 'pandadoc', `GET ${path}/details`);
  const products = card.lineItems.map(productOf);
  const variables = variableValues(
    template.tokens.map(({ name }) => name),
    card,
  );
  const currency = card.deal.properties.deal_currency_code ?? '';

  const { id } = await ask(backstage, Created, 'pandadoc', 'POST /public/v1/documents', {
    name: wish.name ?? `${template.name} for ${card.deal.properties.dealname ?? `deal ${wish.deal_id}`}`,
    template_uuid: wish.template_id,
    recipients: await recipients(backstage, template, wish.recipient ?? contactOf(card)),
    tokens: variables,
    pricing_tables: template.pricing.tables.slice(0, 1).map(({ name }) => pricingTable(name, products, currency)),
  });
  world.linkDeal(id, wish.deal_id);
  const { name, status } = await processed(backstage, id);
  await fillQuotes(backstage, id, products, currency);
  return { document_id: id, name, status, deal_id: wish.deal_id, variables, products: products.length };
}

/** The customer takes the first role, the person who sends takes the role of that name. */
async function recipients(
  backstage: Backstage,
  { roles }: TemplateDetails,
  customer: z.infer<typeof Recipient>,
): Promise<object[]> {
  const [first, ...others] = roles;
  const sender = others.find(({ name }) => name === 'Sender');
  const people = [{ ...customer, ...(first && { role: first.name }) }];
  if (!sender) return people;
  const member = await ask(backstage, Member, 'pandadoc', 'GET /public/v1/members/current');
  const { email, first_name, last_name } = member;
  return [...people, { email, first_name, last_name, role: sender.name }];
}

function contactOf({ deal, contact }: DealOnCard): z.infer<typeof Recipient> {
  const email = contact?.properties.email;
  if (!contact || !email) {
    throw new Refused(400, `Deal ${deal.id} has no contact with an email address: name a recipient.`);
  }
  const { firstname, lastname } = contact.properties;
  return { email, first_name: firstname ?? '', last_name: lastname ?? '' };
}

/** Waits for the end of the asynchronous creation. */
async function processed(backstage: Backstage, id: string): Promise<z.infer<typeof Status>> {
  const deadline = Date.now() + PROCESSING_MS;
  for (;;) {
    const document = await ask(backstage, Status, 'pandadoc', `GET /public/v1/documents/${id}`);
    if (document.status === 'document.error') throw new Refused(409, `Document ${id} could not be created.`);
    if (document.status !== 'document.uploaded') return document;
    if (Date.now() > deadline) throw new Refused(504, `Document ${id} is still being created.`);
    await delay(POLL_MS);
  }
}

async function fillQuotes(backstage: Backstage, id: string, products: Product[], currency: string): Promise<void> {
  const { pricing } = await ask(backstage, WithQuotes, 'pandadoc', `GET /public/v1/documents/${id}/details`);
  const [quote] = pricing.quotes;
  if (!quote) return;
  const body = filledQuote(quote, products, currency);
  await ask(backstage, z.unknown(), 'pandadoc', `PUT /public/v1/documents/${id}/quotes/${quote.id}`, body);
}
