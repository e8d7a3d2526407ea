import type { TemplateRow } from '../matrix/matrix.js';

type Row = Pick<TemplateRow, 'id' | 'name'> & {
  automations: readonly Pick<TemplateRow['automations'][number], 'enabled' | 'from'>[];
};

/** The template of which a sample shows most: one with its own automation, else one that a default reaches. */
export const sampleTemplate = <T extends Row>(templates: readonly T[]): T | undefined =>
  templates.find(({ automations }) => automations.some(({ enabled, from }) => enabled && from === 'template')) ??
  templates.find(({ automations }) => automations.some(({ enabled }) => enabled));
