import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import { notFound } from '../http/api-error.js';
import { parse } from '../http/read-body.js';
import { newId } from '../identity.js';
import { TemplateDefinition, type Template } from '../model/template.js';
import { stamp } from '../stamp.js';
import type { PandaDocWorld } from '../state.js';
import { showTemplateRow } from '../templates/show-template.js';
import { emitEvent } from '../webhooks/emit-event.js';

const TemplateId = z.string().regex(/^[A-Za-z0-9]{22}$/, 'A template id has 22 letters and digits.');

/** The template editor: whole definitions in and out. */
export function templateControl(world: PandaDocWorld): FastifyPluginCallback {
  const find = (id: string) => world.state.templates.find((one) => one.id === id && !one.deleted);

  return (app, _options, done) => {
    app.get('/templates', () => world.state.templates.filter(({ deleted }) => !deleted));
    app.get<{ Params: { id: string } }>('/templates/:id', (request) => {
      const template = find(request.params.id);
      if (!template) throw notFound();
      return template;
    });
    app.post('/templates', (request, reply) => {
      const created = put(world, newId(), parse(TemplateDefinition, request.body));
      return reply.code(201).send(created);
    });
    app.put<{ Params: { id: string } }>('/templates/:id', (request) =>
      put(world, parse(TemplateId, request.params.id), parse(TemplateDefinition, request.body)),
    );
    app.delete<{ Params: { id: string } }>('/templates/:id', (request, reply) => {
      const template = find(request.params.id);
      if (!template) throw notFound();
      template.deleted = true;
      emitEvent(world, 'template_deleted', () => showTemplateRow(template));
      return reply.code(204).send();
    });
    done();
  };
}

function put(world: PandaDocWorld, id: string, definition: TemplateDefinition): Template {
  const now = stamp(world);
  const known = world.state.templates.find((one) => one.id === id);
  const template: Template = {
    ...definition,
    id,
    version: '2',
    date_created: known?.date_created ?? now,
    date_modified: now,
    deleted: false,
  };
  world.state.templates = [...world.state.templates.filter((one) => one !== known), template];
  emitEvent(world, known ? 'template_updated' : 'template_created', () => showTemplateRow(template));
  return template;
}
