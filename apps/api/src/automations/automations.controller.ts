import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers, AnswersNothing, Refuses } from '../http/describe.js';
import { Id } from '../http/path-params.js';
import { AutomationBody, AutomationChanges, AutomationQuery } from './automation-requests.js';
import { AutomationStore, type StoredChoice } from './automation-store.js';
import { AutomationList, AutomationView, ChangedAutomations, SavedAutomation } from './automation-view.js';
import { ChangeAutomations } from './change-automations.js';
import { SwitchAutomation } from './switch-automation.js';

@ApiTags('Automations')
@Controller('api/automations')
export class AutomationsController {
  constructor(
    private readonly store: AutomationStore,
    private readonly switchAutomation: SwitchAutomation,
    private readonly changeAutomations: ChangeAutomations,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What was switched on and off, and with which settings',
    description:
      'Choices for a template, and defaults for all templates. GET /api/templates shows what they amount to.',
  })
  @Answers(AutomationList, 'All choices')
  @Refuses({})
  async list(@Query({ schema: AutomationQuery }) query: AutomationQuery): Promise<z.output<typeof AutomationList>> {
    return { items: (await this.store.all(query)).map(viewOf) };
  }

  @Put()
  @ApiOperation({
    summary: 'Switch a recipe on or off for a template, or as the default',
    description:
      'Makes the choice or replaces it. A template without a choice of its own follows the default. What is chosen from ' +
      'a live pick list must be in it; while its remote does not answer, it is saved with a note.',
  })
  @Answers(SavedAutomation, 'The choice as it is now')
  @Refuses({
    404: 'There is no such recipe',
    409: 'The recipe was never published',
    422: 'The settings do not fit the recipe; `issues` points into the body',
  })
  async switch(@Body({ schema: AutomationBody }) body: AutomationBody): Promise<SavedAutomation> {
    const { note, ...choice } = await this.switchAutomation.switch(body);
    return { ...viewOf(choice), note };
  }

  @Post('changes')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Switch many automations at once',
    description:
      'All of them or none, in one transaction, each with an entry in the audit log. To undo, send `before` of each item ' +
      'of the answer as `choice` and its `after` as `expected`, with `restore`.',
  })
  @Answers(ChangedAutomations, 'What was before and what is now, in the order of the request')
  @Refuses({
    404: 'There is no such recipe',
    409: 'A recipe was never published',
    422: 'Settings do not fit their recipe; `issues` points into the body',
  })
  async change(@Body({ schema: AutomationChanges }) body: AutomationChanges): Promise<ChangedAutomations> {
    const changes = body.items.map(({ template_id: templateId, ...change }) => ({ templateId, ...change }));
    const { planned, left, notes } = await this.changeAutomations.apply(changes, {
      restore: body.restore,
      pointer: (index) => `/items/${index}/choice`,
    });
    return {
      items: planned.map(({ recipe, templateId, before, after }) => ({
        recipe,
        template_id: templateId,
        before,
        after,
      })),
      left: left.map(({ recipe, templateId }) => ({ recipe, template_id: templateId })),
      notes,
    };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take a choice back',
    description: 'The template follows the default again; without a default the recipe is off.',
  })
  @AnswersNothing('It is gone')
  @Refuses({ 404: 'There is no such choice' })
  async reset(@Param('id', { schema: Id }) id: string): Promise<void> {
    await this.switchAutomation.reset(id);
  }
}

const viewOf = (choice: StoredChoice): AutomationView => ({
  id: choice.id,
  recipe: choice.recipe,
  template_id: choice.templateId,
  enabled: choice.enabled,
  settings: choice.settings,
  created_at: choice.createdAt.toISOString(),
  updated_at: choice.updatedAt.toISOString(),
});
