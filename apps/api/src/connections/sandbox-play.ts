import { said } from '@tandem/recipes';
import { z } from 'zod';
import { Problem } from '../http/problem.js';

/** The sandbox makes a document in less than a second. */
const PATIENCE_MS = 30_000;

const Deal = z.object({
  id: z.string(),
  name: z.string(),
  stage: z.object({ id: z.string() }),
  contacts: z.array(z.object({ email: z.string().nullable() })),
});
export type PlayDeal = z.infer<typeof Deal>;

const Deals = z.object({ results: z.array(Deal) });
const Documents = z.array(z.object({ linked_objects: z.array(z.object({ entity_id: z.string() })).default([]) }));
const Created = z.object({ document_id: z.string(), name: z.string() });
const Refusal = z.object({ error: z.string() });

/** What people do in the local twin, by its control routes (`apps/sandbox/src/play`, `…/pandadoc/control.ts`). */
export class SandboxPlay {
  constructor(private readonly sandboxUrl: string) {}

  async deals(): Promise<PlayDeal[]> {
    return Deals.parse(await this.ask('GET', '/hubspot/deals')).results;
  }

  /** Ids of the deals that a document is linked to. */
  async dealsWithDocuments(): Promise<ReadonlySet<string>> {
    const documents = Documents.parse(await this.ask('GET', '/pandadoc/documents'));
    return new Set(documents.flatMap(({ linked_objects }) => linked_objects.map(({ entity_id }) => entity_id)));
  }

  /** A draft from a template, made on the card of a deal; sent, and signed by everybody. */
  async completeDocument(templateId: string, dealId: string): Promise<{ id: string; name: string }> {
    const wish = { template_id: templateId, deal_id: dealId };
    const { document_id: id, name } = Created.parse(await this.ask('POST', '/play/documents', wish));
    for (const deed of ['send', 'sign']) await this.ask('POST', `/pandadoc/documents/${id}/${deed}`, {});
    return { id, name };
  }

  /** Throws the sandbox's own words: a 422 where the wish cannot be granted, a 502 where the sandbox fails. */
  private async ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.sandboxUrl}/control${path}`, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }).catch((error: unknown) => {
      throw new Problem(502, said`The sandbox does not answer. Start Tandem again to start it, too.`, { cause: error });
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer;
    const reason = Refusal.safeParse(answer).data?.error ?? `HTTP ${response.status}`;
    throw new Problem(response.status < 500 ? 422 : 502, said`The sandbox refused: ${reason}`);
  }
}

const isClosed = ({ stage }: PlayDeal): boolean => stage.id.startsWith('closed');

/** The deal that shows most: still open, without a document, with somebody to sign. */
export function dealToPlay(deals: readonly PlayDeal[], used: ReadonlySet<string>): PlayDeal | undefined {
  const effort = (deal: PlayDeal): number => Number(isClosed(deal)) * 2 + Number(used.has(deal.id));
  return deals
    .filter(({ contacts }) => contacts.some(({ email }) => email !== null && email !== ''))
    .toSorted((one, other) => effort(one) - effort(other))[0];
}
