import { validationError } from './errors.js';
import { normalise } from './file-names.js';
import type { Folder, HubSpotState } from './state.js';
import { instant, nextId, own, type HubSpotWorld } from './world.js';

/** Where an upload goes: null is the root of the file manager. Missing folders of a path are made. */
export function uploadFolder(world: HubSpotWorld, folderId?: string, folderPath?: string): Folder | null {
  if (folderId !== undefined && folderPath !== undefined) {
    throw validationError('Only one of folderId and folderPath may be given.');
  }
  if (folderId !== undefined) return folderById(world.state, folderId);
  if (folderPath === undefined) throw validationError('Either folderId or folderPath is required.');
  const names = folderPath.split('/').filter((name) => name.trim() !== '');
  return names.reduce<Folder | null>((parent, name) => childFolder(world, parent, normalise(name)), null);
}

function folderById(state: HubSpotState, id: string): Folder {
  const folder = own(state.folders, id);
  if (!folder) throw validationError(`Folder ${id} does not exist.`);
  return folder;
}

function childFolder(world: HubSpotWorld, parent: Folder | null, name: string): Folder {
  const path = `${parent?.path ?? ''}/${name}`;
  const known = Object.values(world.state.folders).find((folder) => folder.path === path);
  if (known) return known;
  const id = nextId(world.state, 'folder');
  const folder = { id, name, parent_id: parent?.id ?? null, path, created_at: instant(world.now()) };
  world.state.folders[id] = folder;
  return folder;
}
