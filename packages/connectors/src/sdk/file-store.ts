import { z } from 'zod';

/** A file that one step hands to another; the bytes stay in the file store, out of the journal. */
export const FileRef = z.strictObject({
  file_id: z.string(),
  name: z.string(),
  media_type: z.string(),
  size: z.number().int().describe('Bytes'),
  sha256: z.string(),
});
export type FileRef = z.infer<typeof FileRef>;

export interface FileStore {
  put(file: { name: string; mediaType: string; bytes: Uint8Array }): Promise<FileRef>;
  /** Throws ConnectorError `not_found` when the file's retention has passed. */
  get(ref: FileRef): Promise<Uint8Array>;
}
