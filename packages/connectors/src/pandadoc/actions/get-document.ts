import { z } from 'zod';
import { defineRead } from '../../sdk/action.js';
import { said } from '../../sdk/said.js';
import type { PandaDocGateway } from '../client.js';
import { DocumentOutput, toDocumentOutput } from '../document.js';
import { readDetails } from '../documents.js';

export const getDocument = defineRead<PandaDocGateway>()({
  key: 'get_document',
  title: said`Get document`,
  description: said`Reads a document with its fields, variables, pricing rows, recipients and the deal it is linked to.`,
  input: z.strictObject({ document_id: z.string().min(1) }),
  output: DocumentOutput,
  async run({ gateway }, { document_id: documentId }) {
    return toDocumentOutput(await readDetails(gateway, documentId));
  },
});
