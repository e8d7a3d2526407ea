import { z } from 'zod';
import { defineRead } from '../../sdk/action.js';
import { ConnectorError } from '../../sdk/connector-error.js';
import { FileRef } from '../../sdk/file-store.js';
import { said } from '../../sdk/said.js';
import { readAccount } from '../account.js';
import type { PandaDocGateway } from '../client.js';
import { readStatus } from '../documents.js';
import { pdfName } from '../file-name.js';
import { remotePath } from '../remote-path.js';

const Kind = z.enum(['plain', 'protected']).describe('protected: the sealed PDF of a completed document');
type Kind = z.infer<typeof Kind>;

export const downloadPdf = defineRead<PandaDocGateway>()({
  key: 'download_pdf',
  title: said`Download PDF`,
  description: said`Fetches the PDF of a document, or of a completed document the signed and sealed one.`,
  input: z.strictObject({
    document_id: z.string().min(1),
    kind: Kind,
    name: z.string().optional().describe('Of the file; the name of the document unless given'),
  }),
  output: z.strictObject({ file: FileRef, kind: Kind }),

  async run({ gateway, files }, { document_id: documentId, kind, name }) {
    const bytes = await fetchPdf(gateway, documentId, kind);
    if (!isPdf(bytes)) {
      throw new ConnectorError('transient', said`What PandaDoc gave out is not a PDF.`, {
        remedy: said`If this goes on, download the document in PandaDoc and look at it.`,
      });
    }
    const given = name ?? '';
    const fileName = pdfName(given === '' ? (await readStatus(gateway, documentId)).name : given);
    return { file: await files.put({ name: fileName, mediaType: 'application/pdf', bytes }), kind };
  },
});

async function fetchPdf(gateway: PandaDocGateway, documentId: string, kind: Kind): Promise<Uint8Array> {
  if (kind === 'plain') {
    const path = remotePath`/public/v1/documents/${documentId}/download`;
    return gateway.download({ operation: 'document.download', path });
  }
  try {
    const path = remotePath`/public/v1/documents/${documentId}/download-protected`;
    return await gateway.download({ operation: 'document.download_protected', path });
  } catch (error) {
    if (!(error instanceof ConnectorError && error.errorClass === 'auth')) throw error;
    // Throws `auth` itself when the key is no longer good for anything.
    await readAccount(gateway);
    throw new ConnectorError(
      'forbidden',
      said`PandaDoc gives the signed PDF to production keys only, and this is a sandbox key.`,
      {
        remedy: said`Put a production API key into the PandaDoc connection.`,
        cause: error,
      },
    );
  }
}

/** Readers accept the mark anywhere in the first kilobyte. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
