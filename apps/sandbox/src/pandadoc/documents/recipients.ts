import { newId } from '../identity.js';
import type { Document, Recipient } from '../model/document.js';
import { contact, type Contact } from '../seed/people.js';
import type { PandaDocState } from '../state.js';
import type { NewRecipient, UpdateInput } from './document-input.js';

/**
 * A person joins a document: names that are missing come from Contacts, names that are given go there. Without a
 * role the person only gets a copy.
 */
export function newRecipient(state: PandaDocState, input: NewRecipient): Recipient {
  const known = meetContact(state, input);
  const id = newId();
  return {
    id,
    email: input.email ?? null,
    phone: input.phone ?? '',
    first_name: known.first_name ?? '',
    last_name: known.last_name ?? '',
    recipient_type: input.role ? 'signer' : 'CC',
    role: input.role ?? '',
    signing_order: input.signing_order ?? null,
    contact_id: known.id,
    has_completed: false,
    signature_date: null,
    shared_link: '',
  };
}

/** Changes the person with that id; without an id, somebody new gets a copy. */
export function updateRecipients(state: PandaDocState, document: Document, inputs: UpdateInput['recipients']): void {
  for (const { id, ...input } of inputs) {
    const recipient = document.recipients.find((one) => one.id === id);
    if (!recipient) {
      document.recipients.push(newRecipient(state, input));
      continue;
    }
    recipient.email = input.email ?? recipient.email;
    recipient.phone = input.phone ?? recipient.phone;
    recipient.first_name = input.first_name ?? recipient.first_name;
    recipient.last_name = input.last_name ?? recipient.last_name;
    recipient.signing_order = input.signing_order ?? recipient.signing_order;
  }
}

function meetContact(state: PandaDocState, input: NewRecipient): Contact {
  const known = state.contacts.find(({ email }) => email !== null && email === input.email);
  if (!known) {
    const created = contact(newId(), input.email ?? null, input.first_name ?? null, input.last_name ?? null);
    state.contacts.push({ ...created, phone: input.phone ?? null });
    return created;
  }
  known.first_name = input.first_name ?? known.first_name;
  known.last_name = input.last_name ?? known.last_name;
  return known;
}
