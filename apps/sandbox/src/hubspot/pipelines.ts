import type { FastifyInstance, FastifyRequest } from 'fastify';
import { allow } from './auth.js';
import { objectNotFound } from './errors.js';
import { objectType } from './object-types.js';
import type { Pipeline } from './state.js';
import type { HubSpotWorld } from './world.js';

const PATHS = ['/crm/v3/pipelines', '/crm/pipelines/2026-03'];

type OfType = { Params: { type: string } };
type OfPipeline = { Params: { type: string; pipeline: string } };
type OfStage = { Params: { type: string; pipeline: string; stage: string } };

/** Pipelines and their stages, to be read only: nothing in this product changes them. */
export function pipelineRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  for (const base of PATHS) {
    app.get<OfType>(`${base}/:type`, (request) => ({ results: pipelines(world, request) }));
    app.get<OfPipeline>(`${base}/:type/:pipeline`, (request) => onePipeline(world, request));
    app.get<OfPipeline>(`${base}/:type/:pipeline/stages`, (request) => ({
      results: onePipeline(world, request).stages,
    }));
    app.get<OfStage>(`${base}/:type/:pipeline/stages/:stage`, (request) => {
      const stage = onePipeline(world, request).stages.find(({ id }) => id === request.params.stage);
      if (!stage) throw objectNotFound(`Stage ${request.params.stage} does not exist`);
      return stage;
    });
  }
}

function pipelines(world: HubSpotWorld, request: FastifyRequest<OfType>): Pipeline[] {
  const type = objectType(request.params.type);
  allow(world, request, [...type.read, ...type.write, `crm.schemas.${type.name}.read`]);
  return world.state.pipelines[type.id] ?? [];
}

function onePipeline(world: HubSpotWorld, request: FastifyRequest<OfPipeline>): Pipeline {
  const pipeline = pipelines(world, request).find(({ id }) => id === request.params.pipeline);
  if (!pipeline) throw objectNotFound(`Pipeline ${request.params.pipeline} does not exist`);
  return pipeline;
}
