import { ConnectorError } from '../sdk/connector-error.js';
import { said } from '../sdk/said.js';

const ID = /^[A-Za-z0-9_-]{1,100}$/;

/**
 * A path of the API with ids in it: remotePath`/public/v1/documents/${id}/send`.
 * Throws ConnectorError `validation` for what cannot be an id, so that no value can lead to another endpoint.
 */
export function remotePath(parts: TemplateStringsArray, ...ids: string[]): string {
  for (const id of ids) {
    if (ID.test(id)) continue;
    throw new ConnectorError('validation', said`"${id.slice(0, 100)}" is not an id of PandaDoc.`, {
      remedy: said`Ids are made of letters and digits; take it from the trigger or an earlier step.`,
    });
  }
  return String.raw({ raw: parts }, ...ids);
}
