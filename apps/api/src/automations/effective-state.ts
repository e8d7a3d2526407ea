import type { JsonObject } from '@tandem/recipes';

/** As much of an automation as decides. */
export interface Choice {
  id: string;
  templateId: string | null;
  enabled: boolean;
  settings: JsonObject;
}

export interface EffectiveState {
  /** Whose choice holds: the template's own, the default for all templates, or nobody's. */
  from: 'template' | 'default' | 'nothing';
  enabled: boolean;
  settings: JsonObject;
  automationId: string | null;
}

/**
 * What holds for a template: its own choice, else the default, else off.
 * @param choices of one recipe, in any order
 * @param templateId null asks for the default itself
 */
export function effectiveState(choices: readonly Choice[], templateId: string | null): EffectiveState {
  const own = templateId === null ? undefined : choices.find((choice) => choice.templateId === templateId);
  if (own) return holding('template', own);
  const standard = choices.find((choice) => choice.templateId === null);
  if (standard) return holding('default', standard);
  return { from: 'nothing', enabled: false, settings: {}, automationId: null };
}

const holding = (from: 'template' | 'default', { id, enabled, settings }: Choice): EffectiveState => ({
  from,
  enabled,
  settings,
  automationId: id,
});
