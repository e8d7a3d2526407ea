import changes from './en/changes.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import connections from './en/connections.json' with { type: 'json' };
import ledger from './en/ledger.json' with { type: 'json' };
import matrix from './en/matrix.json' with { type: 'json' };
import preview from './en/preview.json' with { type: 'json' };
import runs from './en/runs.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import start from './en/start.json' with { type: 'json' };

/** What every page says; the recipe editor has texts of its own, see start-texts.ts. */
export const english = {
  changes,
  common,
  connections,
  ledger,
  matrix,
  preview,
  runs,
  settings,
  shell,
  start,
};
