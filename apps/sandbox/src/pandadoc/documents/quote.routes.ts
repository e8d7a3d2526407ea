import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import { notFound, requestError, wrongState } from '../http/api-error.js';
import { parse } from '../http/read-body.js';
import type { Document } from '../model/document.js';
import type { JsonObject } from '../model/json.js';
import { QuoteInput } from '../pricing/quote-input.js';
import { replaceQuote } from '../pricing/replace-quote.js';
import { followCurrency } from '../pricing/show-pricing.js';
import { showQuote } from '../pricing/show-quote.js';
import type { PandaDocWorld } from '../state.js';
import { findDocument } from './find-document.js';
import { touch } from './move-status.js';

const limited = { bodyLimit: 512 * 1024 };

const BatchInput = z.object({
  quotes: z
    .array(QuoteInput.extend({ id: z.string() }))
    .min(1)
    .max(25),
});

/** Quote updates: one by PUT, several by the beta PATCH. */
export function quoteRoutes(world: PandaDocWorld): FastifyPluginCallback {
  return (app, _options, done) => {
    app.put<{ Params: { id: string; quote_id: string } }>(
      '/public/v1/documents/:id/quotes/:quote_id',
      limited,
      (request) => {
        const document = findDocument(world, request.params.id);
        if (document.status !== 'document.draft') throw wrongState(document);
        return replace(world, document, request.params.quote_id, parse(QuoteInput, request.body));
      },
    );

    app.patch<{ Params: { id: string } }>('/public/v1/documents/:id/quotes', limited, (request) => {
      const document = findDocument(world, request.params.id);
      const { quotes } = parse(BatchInput, request.body);
      if (new Set(quotes.map(({ id }) => id)).size < quotes.length) {
        throw requestError({ quotes: ['Quote ids must be unique.'] });
      }
      const results = quotes.map(({ id, ...input }) => replaceInBatch(world, document, id, input));
      return { count: results.length, results };
    });
    done();
  };
}

function replace(world: PandaDocWorld, document: Document, quoteId: string, input: QuoteInput): JsonObject {
  const place = document.quotes.findIndex(({ id }) => id === quoteId);
  const before = document.quotes[place];
  if (!before) throw notFound();
  const after = replaceQuote(before, input);
  document.quotes[place] = after;
  followCurrency(document);
  touch(world, document, 'content');
  return showQuote(after);
}

function replaceInBatch(world: PandaDocWorld, document: Document, id: string, input: QuoteInput): JsonObject {
  const conflict = (description: string): JsonObject => ({ id, status: 'conflict', description });
  if (document.status !== 'document.draft') return conflict(`Document is in ${document.status} status.`);
  if (!document.quotes.some((quote) => quote.id === id)) return conflict('Quote does not exist.');
  return { id, status: 'ok', quote: replace(world, document, id, input) };
}
