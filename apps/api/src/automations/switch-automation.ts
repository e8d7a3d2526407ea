import { Injectable } from '@nestjs/common';
import type { AutomationBody } from './automation-requests.js';
import { AutomationStore, type StoredChoice } from './automation-store.js';
import { ChangeAutomations } from './change-automations.js';

/** Switches one recipe, for a template or as the default. */
@Injectable()
export class SwitchAutomation {
  constructor(
    private readonly store: AutomationStore,
    private readonly changeAutomations: ChangeAutomations,
  ) {}

  /** Throws as ChangeAutomations. `note`: what could not be checked, for people. */
  async switch({
    recipe,
    template_id: templateId,
    enabled,
    settings,
  }: AutomationBody): Promise<StoredChoice & { note: string | null }> {
    const change = { recipe, templateId, choice: { enabled, settings } };
    const { notes } = await this.changeAutomations.apply([change], { pointer: () => '' });
    const choice = await this.store.standing(recipe, templateId);
    return { ...choice, note: notes[0] ?? null };
  }

  /** Back to the default; the default itself goes back to off. Throws 404. */
  async reset(id: string): Promise<void> {
    const { recipe, templateId } = await this.store.get(id);
    await this.changeAutomations.apply([{ recipe, templateId, choice: null }], { pointer: () => '' });
  }
}
