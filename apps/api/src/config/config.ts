/** What this process does. `api` answers people and webhooks, `worker` works the lanes and polls, `all` does both. */
export const roles = ['all', 'api', 'worker'] as const;
export type Role = (typeof roles)[number];

/** What the environment says about this process; read once, before anything starts. Inject it by this class. */
export abstract class Config {
  abstract readonly port: number;
  abstract readonly host: string;
  /** Absolute path of the folder that holds the embedded database and the secret. */
  abstract readonly dataDir: string;
  /** A PostgreSQL server of the user's own. Undefined: the embedded one. */
  abstract readonly databaseUrl: string | undefined;
  /** Wake-ups go through this Redis. Undefined: they stay inside the process, and the sweeper finds the rest. Never logged. */
  abstract readonly redisUrl: string | undefined;
  abstract readonly role: Role;
  abstract readonly logFormat: 'text' | 'json';
  /** Days that inputs, outputs, plans, event data and files are kept. */
  abstract readonly keepPayloadsDays: number;
  /** Days that runs and their effects are kept; no less than the payloads. */
  abstract readonly keepLedgerDays: number;
  /** At least 32 characters, from which the key for credentials is derived. Never logged. */
  abstract readonly secret: string;
  /** Where others reach this process, without a slash at the end: webhook addresses start with it. */
  abstract readonly publicUrl: string;
  /** The local twin of HubSpot and PandaDoc, without a slash at the end. Undefined: there is none. */
  abstract readonly sandboxUrl: string | undefined;
  /** Token of a HubSpot private app that is connected at start. Never logged. */
  abstract readonly hubspotAccessToken: string | undefined;
  /** PandaDoc API key that is connected at start. Never logged. */
  abstract readonly pandadocApiKey: string | undefined;
}
