import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ApiError, validationError } from './errors.js';
import { fileName, freeName, type FileName } from './file-names.js';
import { uploadFolder } from './folders.js';
import { parse } from './http.js';
import type { Folder, HubSpotSettings, StoredFile } from './state.js';
import { instant, nextId, type HubSpotWorld } from './world.js';

const ACCESS = ['PRIVATE', 'PUBLIC_NOT_INDEXABLE', 'PUBLIC_INDEXABLE', 'SENSITIVE'];
const HIDDEN_ACCESS = ['HIDDEN_PRIVATE', 'HIDDEN_NOT_INDEXABLE', 'HIDDEN_INDEXABLE', 'HIDDEN_SENSITIVE'];

const Options = z.object({
  access: z.enum([...ACCESS, ...HIDDEN_ACCESS]),
  overwrite: z.boolean().default(false),
  duplicateValidationStrategy: z.enum(['NONE', 'REJECT', 'RETURN_EXISTING']).default('NONE'),
  duplicateValidationScope: z.enum(['ENTIRE_PORTAL', 'EXACT_FOLDER']).default('ENTIRE_PORTAL'),
  ttl: z.string().optional(),
});
type Options = z.infer<typeof Options>;

/** The parts of a multipart upload. */
export interface Upload {
  content: Buffer;
  uploadedName: string;
  mime: string;
  folderId?: string | undefined;
  folderPath?: string | undefined;
  fileName?: string | undefined;
  /** JSON text. */
  options?: string | undefined;
}

/**
 * Stores an uploaded file. A duplicate is answered instead of stored (RETURN_EXISTING) or refused (REJECT); a taken
 * name gets a number. `overwrite` replaces the file of that name: it gets a new id and the old one is gone.
 */
export function storeUpload(world: HubSpotWorld, upload: Upload): StoredFile {
  const options = parse(Options, readJson(upload.options));
  const folder = uploadFolder(world, upload.folderId, upload.folderPath);
  const wanted = fileName(upload.fileName ?? '', upload.uploadedName);
  const md5 = createHash('md5').update(upload.content).digest('hex');
  const duplicate = findDuplicate(world, options, folder, wanted, md5);
  if (duplicate && options.duplicateValidationStrategy === 'RETURN_EXISTING') return duplicate;
  if (duplicate) {
    throw new ApiError(409, `A duplicate of this file exists: ${duplicate.id}`, { category: 'CONFLICT' });
  }
  const name = claimName(world, options, folder, wanted);
  const file = newFile(world, upload, folder, { ...wanted, name }, options.access, md5);
  world.state.files[file.id] = file;
  world.onChange?.();
  return file;
}

function readJson(text: string | undefined): unknown {
  if (text === undefined) throw validationError('options is required.');
  try {
    return JSON.parse(text);
  } catch {
    throw validationError('options is not valid JSON.');
  }
}

function findDuplicate(
  world: HubSpotWorld,
  options: Options,
  folder: Folder | null,
  wanted: FileName,
  md5: string,
): StoredFile | undefined {
  if (options.duplicateValidationStrategy === 'NONE') return undefined;
  const inScope = filesIn(world, options.duplicateValidationScope === 'EXACT_FOLDER' ? folder : 'anywhere');
  return inScope.find((file) => isDuplicate(world.state.settings.file_duplicates_by, file, wanted, md5));
}

function isDuplicate(
  by: HubSpotSettings['file_duplicates_by'],
  file: StoredFile,
  wanted: FileName,
  md5: string,
): boolean {
  const sameName = file.name === wanted.name && file.extension === wanted.extension;
  const sameContent = file.md5 === md5;
  if (by === 'name') return sameName;
  return by === 'content' ? sameContent : sameName && sameContent;
}

function filesIn(world: HubSpotWorld, folder: Folder | null | 'anywhere'): StoredFile[] {
  const alive = Object.values(world.state.files).filter(({ archived }) => !archived);
  if (folder === 'anywhere') return alive;
  return alive.filter((file) => file.folder_id === (folder?.id ?? null));
}

function claimName(world: HubSpotWorld, options: Options, folder: Folder | null, wanted: FileName): string {
  const rivals = filesIn(world, folder).filter(({ extension }) => extension === wanted.extension);
  const namesake = rivals.find(({ name }) => name === wanted.name);
  if (namesake && options.overwrite) namesake.archived = true;
  if (!namesake || options.overwrite) return wanted.name;
  return freeName(wanted.name, new Set(rivals.map(({ name }) => name)));
}

function newFile(
  world: HubSpotWorld,
  upload: Upload,
  folder: Folder | null,
  { name, extension }: FileName,
  access: string,
  md5: string,
): StoredFile {
  const now = instant(world.now());
  return {
    id: nextId(world.state, 'file'),
    name,
    extension,
    folder_id: folder?.id ?? null,
    path: `${folder?.path ?? ''}/${name}${extension === '' ? '' : `.${extension}`}`,
    access,
    mime: upload.mime,
    size: upload.content.length,
    md5,
    content_base64: upload.content.toString('base64'),
    created_at: now,
    updated_at: now,
    archived: false,
  };
}
