import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { ConnectorError } from '../../sdk/connector-error.js';
import { said } from '../../sdk/said.js';
import { propertyChange } from '../changes.js';
import type { HubSpotGateway } from '../client.js';
import { DealId } from '../ids.js';
import type { PipelineInfo } from '../records.js';

export const updateDealStage = defineWrite<HubSpotGateway>()({
  key: 'update_deal_stage',
  title: said`Change the deal stage`,
  description: said`Moves a deal to a stage of a pipeline. A deal that is already there is left alone.`,
  input: z.strictObject({
    deal_id: DealId,
    pipeline: z.string().min(1).describe('Pipeline').meta({ pickList: 'pipelines' }),
    stage: z
      .string()
      .min(1)
      .describe('Stage')
      .meta({ pickList: 'stages', dependsOn: ['pipeline'] }),
  }),
  output: z.strictObject({ deal_id: z.string(), pipeline: z.string(), stage: z.string(), changed: z.boolean() }),

  async plan({ gateway }, input) {
    const deal = await gateway.record('deals', input.deal_id, ['dealname', 'pipeline', 'dealstage']);
    checkStage(await gateway.pipelines(), input.pipeline, input.stage);
    const target = { type: 'deal' as const, id: deal.id, label: deal.properties.dealname ?? undefined };
    const wanted = { pipeline: input.pipeline, dealstage: input.stage };
    const changes = Object.entries(wanted)
      .filter(([property, value]) => deal.properties[property] !== value)
      .map(([property, value]) => propertyChange(target, property, deal.properties[property] ?? null, value));
    return { changes, notes: [], data: { id: deal.id } };
  },

  async apply({ gateway }, plan, input) {
    const changed = plan.changes.length > 0;
    const id = plan.changes[0]?.target.id ?? input.deal_id;
    // HubSpot wants both, even when only the stage changes.
    if (changed) await gateway.update('deals', id, { pipeline: input.pipeline, dealstage: input.stage });
    return {
      output: { deal_id: input.deal_id, pipeline: input.pipeline, stage: input.stage, changed },
      effects: plan.changes,
    };
  },
});

/** Refuses a stage that is not in the pipeline, naming both as people know them. */
function checkStage(pipelines: readonly PipelineInfo[], pipelineId: string, stageId: string): void {
  const pipeline = pipelines.find((one) => one.id === pipelineId);
  if (pipeline === undefined) {
    throw new ConnectorError(
      'validation',
      said`HubSpot has no deal pipeline "${pipelineId}" (wanted for stage "${stageId}").`,
      {
        remedy: said`Choose one of the pipelines ${list(pipelines)} in the settings of the automation.`,
        problems: [{ subject: 'pipeline', message: said`"${pipelineId}" does not exist` }],
      },
    );
  }
  if (pipeline.stages.some((one) => one.id === stageId)) return;
  const home = pipelines.find((one) => one.stages.some((stage) => stage.id === stageId));
  const missing =
    home === undefined
      ? said`The pipeline "${pipeline.label}" has no stage "${stageId}".`
      : said`The pipeline "${pipeline.label}" has no stage "${stageId}". It belongs to the pipeline "${home.label}".`;
  throw new ConnectorError('validation', missing, {
    remedy: said`Choose one of the stages ${list(pipeline.stages)} in the settings of the automation.`,
    problems: [{ subject: 'stage', message: said`"${stageId}" is not in the pipeline "${pipeline.label}"` }],
  });
}

const list = (things: readonly { label: string }[]): string => things.map((one) => `"${one.label}"`).join(', ');
