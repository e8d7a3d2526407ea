import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import { notFound } from '../http/api-error.js';
import { Page, pageOf } from '../http/page.js';
import { parse } from '../http/read-body.js';
import type { Template } from '../model/template.js';
import type { PandaDocWorld } from '../state.js';
import { showTemplate, showTemplateRow } from './show-template.js';

const ListQuery = Page.extend({
  q: z.string().default(''),
  id: z.string().optional(),
  folder_uuid: z.string().optional(),
  tag: z.union([z.string(), z.array(z.string())]).optional(),
  deleted: z.enum(['true', 'false']).default('false'),
  shared: z.enum(['true', 'false']).optional(),
});

export function templateRoutes(world: PandaDocWorld): FastifyPluginCallback {
  const find = (id: string): Template => {
    const template = world.state.templates.find((one) => one.id === id && !one.deleted);
    if (!template) throw notFound();
    return template;
  };

  return (app, _options, done) => {
    app.get('/public/v1/templates', (request) => {
      const query = parse(ListQuery, request.query);
      const found = world.state.templates.filter((template) => matches(template, query));
      return { results: pageOf(found, query).map(showTemplateRow) };
    });

    app.get<{ Params: { id: string } }>('/public/v1/templates/:id', (request) => {
      const { content_date_modified: _content, ...row } = showTemplateRow(find(request.params.id));
      return { ...row, status: 'template.PROCESSED' };
    });

    app.get<{ Params: { id: string } }>('/public/v1/templates/:id/details', (request) =>
      showTemplate(world.state, find(request.params.id)),
    );
    done();
  };
}

function matches(template: Template, query: z.output<typeof ListQuery>): boolean {
  const tags = [query.tag ?? []].flat();
  return (
    template.deleted === (query.deleted === 'true') &&
    template.name.toLowerCase().includes(query.q.toLowerCase()) &&
    (query.id === undefined || query.id === template.id) &&
    (query.folder_uuid === undefined || query.folder_uuid === template.folder_uuid) &&
    tags.every((tag) => template.tags.includes(tag))
  );
}
