import type { Config } from './config.js';
import { readEnvironment } from './read-environment.js';
import { readOrMakeSecret } from './secret-file.js';

/** The whole configuration. Makes the secret when the environment has none. Throws ConfigError. */
export async function loadConfig(variables: NodeJS.ProcessEnv, workingDirectory: string): Promise<Config> {
  const environment = readEnvironment(variables, workingDirectory);
  return { ...environment, secret: environment.secret ?? (await readOrMakeSecret(environment.dataDir)) };
}
