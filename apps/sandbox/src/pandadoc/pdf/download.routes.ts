import type { FastifyPluginCallback, FastifyReply } from 'fastify';
import { z } from 'zod';
import { findProcessed } from '../documents/find-document.js';
import { notAuthenticated, wrongState } from '../http/api-error.js';
import { callerOf } from '../http/authenticate.js';
import { parse } from '../http/read-body.js';
import type { Document } from '../model/document.js';
import type { PandaDocWorld } from '../state.js';
import { drawPdf } from './draw-pdf.js';

const SANDBOX_WATERMARK = 'FOR DEVELOPMENT ONLY';

const DownloadQuery = z.object({ watermark_text: z.string().max(200).optional() });

/** The PDF of any processed document, and the sealed one of a completed document. */
export function downloadRoutes(world: PandaDocWorld): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get<{ Params: { id: string } }>('/public/v1/documents/:id/download', async (request, reply) => {
      const document = findProcessed(world, request.params.id);
      if (takePending(document, 'plain')) return notReady(reply);
      const { watermark_text: text } = parse(DownloadQuery, request.query);
      const watermark = callerOf(request).sandbox ? SANDBOX_WATERMARK : text;
      return sendPdf(reply, document, await drawPdf(document, watermark ? { watermark } : {}));
    });

    app.get<{ Params: { id: string } }>('/public/v1/documents/:id/download-protected', async (request, reply) => {
      if (callerOf(request).sandbox) throw notAuthenticated();
      const document = findProcessed(world, request.params.id);
      if (document.status !== 'document.completed' && document.status !== 'document.paid') throw wrongState(document);
      if (takePending(document, 'protected')) return notReady(reply);
      return sendPdf(reply, document, await drawPdf(document, { sealed: true }));
    });
    done();
  };
}

/** True while the PDF is still being made; each answer of that kind brings it nearer. */
function takePending({ downloads_pending: pending }: Document, kind: 'plain' | 'protected'): boolean {
  if (pending[kind] === 0) return false;
  pending[kind] -= 1;
  return true;
}

function notReady(reply: FastifyReply): FastifyReply {
  return reply.code(202).header('retry-after', '1').send();
}

function sendPdf(reply: FastifyReply, document: Document, bytes: Buffer): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${document.id}.pdf"`)
    .send(bytes);
}
