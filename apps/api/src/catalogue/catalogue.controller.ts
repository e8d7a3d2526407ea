import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers, Refuses } from '../http/describe.js';
import { Key } from '../http/path-params.js';
import { Catalogue } from './catalogue.js';
import { ConnectorSummary, ConnectorView, summaryOf, viewOf } from './connector-view.js';

const List = z.object({ items: z.array(ConnectorSummary) }).meta({ id: 'Connectors' });

@ApiTags('Connectors')
@Controller('api/connectors')
export class CatalogueController {
  private readonly views = new Map<string, ConnectorView>();

  constructor(private readonly catalogue: Catalogue) {}

  @Get()
  @ApiOperation({ summary: 'The remote systems that can be connected' })
  @Answers(List, 'All connectors')
  list(): z.output<typeof List> {
    return { items: this.catalogue.connectors.map(summaryOf) };
  }

  @Get(':key')
  @ApiOperation({
    summary: 'What a connector offers',
    description: 'Its triggers, actions and pick lists with JSON Schemas of what goes in and what comes out.',
  })
  @Answers(ConnectorView, 'The connector')
  @Refuses({ 404: 'There is no such connector' })
  one(@Param('key', { schema: Key }) key: string): ConnectorView {
    const known = this.views.get(key);
    if (known) return known;
    const view = viewOf(this.catalogue.get(key));
    this.views.set(key, view);
    return view;
  }
}
