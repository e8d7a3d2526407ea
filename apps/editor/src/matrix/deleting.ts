import type { SettingValues } from '../settings/settings-form.js';
import type { Wish } from './use-switch.js';
import type { Cell } from './matrix.js';

/** The one switch by which an automation may delete what people have made. */
const SWITCH = 'add_and_delete';

const deletes = (enabled: boolean, settings: SettingValues): boolean => enabled && settings[SWITCH] === true;

/** Whether a wish lets an automation delete that could not before: then people see first what it would do. */
export const startsDeleting = (cell: Cell, wish: Wish): boolean =>
  wish.kind === 'own' && deletes(wish.enabled, wish.settings) && !deletes(cell.enabled, cell.settings);
