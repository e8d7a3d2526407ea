import { digest } from './marker.js';

const SAFE = /[^A-Za-z0-9._-]+/g;

const slug = (text: string, limit: number): string =>
  text
    .replace(SAFE, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, limit);

/**
 * Where an attachment goes: the same key always gives the same folder and name, so that HubSpot's duplicate check finds
 * an upload whose answer was lost. The key's digest is in the name because two versions of a document share the rest.
 * A key such as `<document id>:<version>` gives one folder per document.
 */
export function attachmentPlace(fileName: string, key: string): { folder: string; name: string } {
  const dot = fileName.lastIndexOf('.');
  const stem = slug(dot > 0 ? fileName.slice(0, dot) : fileName, 80);
  const extension = dot > 0 ? slug(fileName.slice(dot + 1), 10) : '';
  const folder = slug(key.split(':')[0] ?? '', 60);
  return {
    folder: `/PandaDoc/${folder === '' ? digest(key, 16) : folder}`,
    name: `${stem === '' ? 'document' : stem}-${digest(key, 8)}${extension === '' ? '' : `.${extension}`}`,
  };
}
