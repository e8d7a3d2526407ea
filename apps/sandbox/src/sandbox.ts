import { appendFileSync } from 'node:fs';
import { consolePage } from './console-page.js';
import { hubspotControl } from './hubspot/control.js';
import { seekRecord } from './hubspot/find-record.js';
import { objectType } from './hubspot/object-types.js';
import { hubspotRoutes } from './hubspot/routes.js';
import type { HubSpotWorld } from './hubspot/world.js';
import { linkObject } from './pandadoc/documents/link-object.js';
import { findDocument } from './pandadoc/documents/find-document.js';
import { pandadocControl } from './pandadoc/control.js';
import { pandadocRoutes } from './pandadoc/routes.js';
import type { PandaDocWorld } from './pandadoc/state.js';
import { readStateFile, StateFile } from './persistence/state-file.js';
import { readWorldState, seedWorldState, type WorldState } from './persistence/world-state.js';
import { Backstage } from './play/backstage.js';
import { letPlayersIn, playersCredentials } from './play/players.js';
import type { FullCallRow } from './requests/request-log.js';
import { buildServer } from './server.js';

export interface SandboxOptions {
  /** 0: any free port. Default 4010. */
  port?: number;
  /** Where the state is kept; without it a stop forgets everything. */
  dataFile?: string;
  /** Where HubSpot's app wants to be told of changes; without it as it was kept, and nowhere at first. */
  hubspotTarget?: string;
  /** Told what a person should know, such as that the data file could not be read. Default: nobody. */
  notice?: (message: string) => void;
}

export interface Sandbox {
  /** Such as http://127.0.0.1:4010, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

const DEFAULT_PORT = 4010;

/**
 * Starts the twins of HubSpot and PandaDoc on 127.0.0.1: their APIs under /hubspot and /pandadoc, controls under
 * /control, the console's page at /. Rejects when the port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { dataFile, port = DEFAULT_PORT, notice = () => undefined, hubspotTarget } = options;
  const now = (): Date => new Date();
  const kept = dataFile === undefined ? undefined : await readStateFile(dataFile, readWorldState, notice);
  const worlds = makeWorlds(kept ?? seedWorldState(now()), now);
  if (hubspotTarget !== undefined) worlds.hubspot.state.webhooks.target_url = hubspotTarget;
  const file = dataFile === undefined ? undefined : new StateFile(dataFile, () => worlds.snapshot(), notice);
  const changed = (): void => file?.changed();
  worlds.hubspot.onChange = changed;
  worlds.pandadoc.onChange = changed;

  const backstage = new Backstage(() => playersCredentials(worlds.snapshot()));
  const app = await buildServer({
    twins: [
      { api: 'hubspot', routes: hubspotRoutes(worlds.hubspot), control: hubspotControl(worlds.hubspot) },
      { api: 'pandadoc', routes: pandadocRoutes(worlds.pandadoc), control: pandadocControl(worlds.pandadoc) },
    ],
    now,
    hear: hearCalls(process.env.SANDBOX_RECORD),
    changed,
    reset: () => {
      worlds.load(seedWorldState(now()));
      changed();
    },
    console: consolePage,
    play: {
      backstage,
      linkDeal: (documentId, dealId) => {
        const link = { provider: 'hubspot', entity_type: 'deal', entity_id: dealId };
        linkObject(worlds.pandadoc, findDocument(worlds.pandadoc, documentId), link);
      },
    },
  });
  const url = await app.listen({ port, host: '127.0.0.1' });
  backstage.open(url);
  return {
    url,
    close: async () => {
      await app.close();
      await file?.close();
    },
  };
}

/**
 * SANDBOX_RECORD names a file to which every call is added as a line of JSON, whoever started the sandbox: after a
 * run of the tests it holds what the connectors really sent, ready for the contract check.
 */
function hearCalls(file: string | undefined): (call: FullCallRow) => void {
  return (call) => {
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(call)}\n`);
  };
}

interface Worlds {
  hubspot: HubSpotWorld;
  pandadoc: PandaDocWorld;
  /** Replaces everything. */
  load(state: WorldState): void;
  snapshot(): WorldState;
}

function makeWorlds(initial: WorldState, now: () => Date): Worlds {
  const hubspot: HubSpotWorld = { state: initial.hubspot, now };
  const pandadoc: PandaDocWorld = {
    state: initial.pandadoc,
    now,
    hubspotDealExists: (id) => seekRecord(hubspot.state, objectType('deals'), id) !== undefined,
  };
  const load = (state: WorldState): void => {
    letPlayersIn(state);
    hubspot.state = state.hubspot;
    pandadoc.state = state.pandadoc;
    pandadoc.wake?.();
  };
  load(initial);
  return { hubspot, pandadoc, load, snapshot: () => ({ hubspot: hubspot.state, pandadoc: pandadoc.state }) };
}
