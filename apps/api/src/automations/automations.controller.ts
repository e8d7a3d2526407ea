import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers, AnswersNothing, Refuses } from '../http/describe.js';
import { Id } from '../http/path-params.js';
import { AutomationBody, AutomationQuery } from './automation-requests.js';
import { AutomationStore, type StoredChoice } from './automation-store.js';
import { AutomationList, AutomationView } from './automation-view.js';
import { SwitchAutomation } from './switch-automation.js';

@ApiTags('Automations')
@Controller('api/automations')
export class AutomationsController {
  constructor(
    private readonly store: AutomationStore,
    private readonly switchAutomation: SwitchAutomation,
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
    description: 'Makes the choice or replaces it. A template without a choice of its own follows the default.',
  })
  @Answers(AutomationView, 'The choice as it is now')
  @Refuses({
    404: 'There is no such recipe',
    409: 'The recipe was never published',
    422: 'The settings do not fit the recipe; `issues` points into the body',
  })
  async switch(@Body({ schema: AutomationBody }) body: AutomationBody): Promise<AutomationView> {
    return viewOf(await this.switchAutomation.switch(body));
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
