import { requestError, wrongState } from '../http/api-error.js';
import type { Document } from '../model/document.js';
import { fillTables } from '../pricing/fill-table.js';
import { followCurrency } from '../pricing/show-pricing.js';
import type { PandaDocWorld } from '../state.js';
import { textValues } from './create-document.js';
import type { UpdateInput } from './document-input.js';
import { fillFields } from './fields.js';
import { touch } from './move-status.js';
import { updateRecipients } from './recipients.js';
import { setTokens } from './tokens.js';

/**
 * A PATCH: variables are updated or added, fields filled by merge field, metadata upserted, tags added, and the rows
 * of each sent pricing table replaced. All of it or, when something does not fit, nothing.
 * @throws ApiError 400 (or 409, by the settings) when the document is not a draft
 */
export function updateDocument(world: PandaDocWorld, document: Document, input: UpdateInput): void {
  if (document.status !== 'document.draft') throw refusal(world, document);
  const changed = structuredClone(document);
  changed.name = input.name ?? changed.name;
  setTokens(changed, input.tokens);
  fillFields(changed.fields, input.fields);
  fillTables(changed.tables, input.pricing_tables);
  if (input.pricing_tables.length > 0) followCurrency(changed);
  Object.assign(changed.metadata, textValues(input.metadata));
  changed.tags = [...new Set([...changed.tags, ...input.tags])];
  updateRecipients(world.state, changed, input.recipients);
  Object.assign(document, changed);
  touch(world, document, 'content');
}

function refusal(world: PandaDocWorld, document: Document) {
  if (world.state.settings.refuse_update_with === 409) return wrongState(document);
  return requestError({ non_field_errors: [`Document in ${document.status} status cannot be updated.`] });
}
