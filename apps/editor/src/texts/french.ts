import changes from './fr/changes.json' with { type: 'json' };
import common from './fr/common.json' with { type: 'json' };
import connections from './fr/connections.json' with { type: 'json' };
import ledger from './fr/ledger.json' with { type: 'json' };
import matrix from './fr/matrix.json' with { type: 'json' };
import preview from './fr/preview.json' with { type: 'json' };
import runs from './fr/runs.json' with { type: 'json' };
import server from './fr/server.json' with { type: 'json' };
import settings from './fr/settings.json' with { type: 'json' };
import shell from './fr/shell.json' with { type: 'json' };
import start from './fr/start.json' with { type: 'json' };
import type { english } from './english.js';

/** `server` translates what the server says in English, see use-server-text.ts. */
export const french: typeof english & { server: typeof server } = {
  changes,
  common,
  connections,
  ledger,
  matrix,
  preview,
  runs,
  server,
  settings,
  shell,
  start,
};
