import type { SettingValues } from '../settings/settings-form.js';
import type { Wish } from './use-changes.js';
import type { Cell } from './matrix.js';

/** The one switch by which an automation may delete what people have made. */
const SWITCH = 'add_and_delete';

const deletes = (enabled: boolean, settings: SettingValues): boolean => enabled && settings[SWITCH] === true;

/**
 * Whether a wish lets an automation delete that could not before: then people see first what it would do.
 * @param inherited how it stands for all templates, with the defaults of the recipe
 */
export function startsDeleting(cell: Cell, wish: Wish, inherited: Pick<Cell, 'enabled' | 'settings'>): boolean {
  const { enabled, settings } = wish.kind === 'own' ? wish : inherited;
  return deletes(enabled, settings) && !deletes(cell.enabled, cell.settings);
}
