import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import { callerOf } from '../http/authenticate.js';
import { notFound } from '../http/api-error.js';
import { parse } from '../http/read-body.js';
import { newId } from '../identity.js';
import type { JsonObject } from '../model/json.js';
import { contact, type Contact, type Member } from '../seed/people.js';
import type { PandaDocState, PandaDocWorld } from '../state.js';

const Text = z.string().nullable().optional();
const ContactInput = z.object({
  email: z.email().nullable().optional(),
  first_name: Text,
  last_name: Text,
  company: Text,
  job_title: Text,
  phone: Text,
  country: Text,
  state: Text,
  street_address: Text,
  city: Text,
  postal_code: Text,
});

type ById = { Params: { id: string } };

/** Members of the workspace and its contacts. */
export function peopleRoutes(world: PandaDocWorld): FastifyPluginCallback {
  const member = (id: string) => {
    const found = world.state.members.find(({ membership_id }) => membership_id === id);
    if (!found) throw notFound();
    return showMember(world.state, found);
  };
  const findContact = (id: string) => {
    const found = world.state.contacts.find((one) => one.id === id);
    if (!found) throw notFound();
    return found;
  };

  return (app, _options, done) => {
    app.get('/public/v1/members', () => ({ results: world.state.members.map((one) => showMember(world.state, one)) }));
    app.get('/public/v1/members/current', (request) => member(callerOf(request).member_id));
    app.get<ById>('/public/v1/members/:id', (request) => member(request.params.id));

    app.get<{ Querystring: { email?: string } }>('/public/v1/contacts', ({ query: { email } }) => ({
      results: world.state.contacts.filter((one) => email === undefined || one.email === email),
    }));
    app.post('/public/v1/contacts', (request, reply) => {
      const created = contact(newId(), null, null, null);
      write(created, parse(ContactInput, request.body, 'validation_error'));
      world.state.contacts.push(created);
      return reply.code(201).send(created);
    });
    app.get<ById>('/public/v1/contacts/:id', (request) => findContact(request.params.id));
    app.patch<ById>('/public/v1/contacts/:id', (request) => {
      const found = findContact(request.params.id);
      write(found, parse(ContactInput, request.body, 'validation_error'));
      return found;
    });
    app.delete<ById>('/public/v1/contacts/:id', (request, reply) => {
      const gone = findContact(request.params.id);
      world.state.contacts = world.state.contacts.filter((one) => one !== gone);
      return reply.code(204).send();
    });
    done();
  };
}

function write(target: Contact, input: z.output<typeof ContactInput>): void {
  Object.assign(target, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));
}

function showMember(state: PandaDocState, member: Member): JsonObject {
  return { ...member, workspace: state.workspace.id, workspace_name: state.workspace.name, email_verified: true };
}
