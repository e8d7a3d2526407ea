import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { ConnectorError } from '../../sdk/connector-error.js';
import { number, said } from '../../sdk/said.js';
import type { DocumentDetails } from '../answers/document-answer.js';
import { Quote } from '../answers/pricing-answer.js';
import type { PandaDocGateway } from '../client.js';
import { readDetails, refuseUnlessEditable } from '../documents.js';
import { planQuote } from '../edit/plan-quote.js';
import { SectionInput } from '../edit/quote-input.js';
import { remotePath } from '../remote-path.js';
import { quotePlace } from '../rows.js';

const Data = z.strictObject({ quote_id: z.string(), body: z.record(z.string(), z.json()) });

export const updateQuote = defineWrite<PandaDocGateway>()({
  key: 'update_quote',
  title: said`Update quote`,
  description: said`Changes the quote of a draft. Sections and items that are not listed are removed.`,
  input: z.strictObject({
    document_id: z.string().min(1),
    quote_id: z.string().min(1).optional().describe('Only needed where the document has several quotes'),
    currency: z.string().length(3).optional(),
    sections: z
      .array(SectionInput)
      .optional()
      .describe('All that the quote is to have, in order; without it they stay'),
  }),
  output: z.strictObject({ document_id: z.string(), quote_id: z.string(), changed: z.int() }),

  async plan({ gateway, now }, { document_id: documentId, quote_id: quoteId, ...wanted }) {
    const details = await readDetails(gateway, documentId);
    const { quote, place } = pickQuote(details, quoteId);
    const { body, changes } = planQuote(quote, place, wanted);
    if (changes.length > 0) refuseUnlessEditable(details, now);
    return { changes, notes: [], data: { quote_id: quote.id, body } };
  },

  async apply({ gateway }, { changes, data }, { document_id: documentId }) {
    const { quote_id: quoteId, body } = Data.parse(data);
    if (changes.length > 0) {
      const path = remotePath`/public/v1/documents/${documentId}/quotes/${quoteId}`;
      await gateway.write({ operation: 'quote.update', method: 'PUT', path, body }, Quote);
    }
    return { output: { document_id: documentId, quote_id: quoteId, changed: changes.length }, effects: changes };
  },
});

function pickQuote({ name, pricing }: DocumentDetails, quoteId: string | undefined): { quote: Quote; place: string } {
  const index = quoteId === undefined ? 0 : pricing.quotes.findIndex(({ id }) => id === quoteId);
  const quote = pricing.quotes[index];
  if (quote === undefined) {
    throw new ConnectorError(
      'not_found',
      quoteId === undefined ? said`"${name}" has no quote.` : said`"${name}" has no quote ${quoteId}.`,
      {
        remedy: said`Quotes come from the template and cannot be added afterwards.`,
      },
    );
  }
  if (quoteId === undefined && pricing.quotes.length > 1) {
    throw new ConnectorError('validation', said`"${name}" has ${number(pricing.quotes.length)} quotes.`, {
      remedy: said`Say which one is meant: give its quote_id.`,
    });
  }
  return { quote, place: quotePlace(pricing, index) };
}
