import { Injectable } from '@nestjs/common';
import type { Connector } from '@tandem/connectors';
import type { Catalogue as Known, CatalogueConnector, CatalogueRecipe } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/catalogue.js';
import { jsonSchema } from '../catalogue/json-schema.js';
import { sql } from '../database/sql.js';

type CallableRecipe = CatalogueRecipe & { name: string; output: string[] };

/** What recipes may refer to: the connectors, and the published recipes that can be called. */
@Injectable()
export class RecipeCatalogue {
  private readonly connectors: CatalogueConnector[];

  constructor(
    catalogue: Catalogue,
    private readonly dataSource: DataSource,
  ) {
    this.connectors = catalogue.connectors.map(described);
  }

  async read(): Promise<Known> {
    const callable = await this.callable();
    return { connectors: this.connectors, recipes: callable.map(({ name: _name, ...recipe }) => recipe) };
  }

  /** Recipes that are made to be called, as published, by name. */
  callable(): Promise<CallableRecipe[]> {
    return sql<CallableRecipe>(
      this.dataSource.manager,
      `select r.key, v.content ->> 'name' as name, v.content -> 'trigger' -> 'input' as input,
              array(select jsonb_object_keys(coalesce(v.content -> 'trigger' -> 'output', '{}'))) as output
       from recipe r join recipe_version v on v.recipe_id = r.id and v.version = r.published_version
       where v.content -> 'trigger' ->> 'kind' = 'call' order by name, r.key`,
    );
  }
}

const described = ({ key, title, triggers, actions, pickLists }: Connector): CatalogueConnector => ({
  key,
  title,
  triggers: triggers.map((trigger) => ({
    key: trigger.key,
    title: trigger.title,
    dataSchema: jsonSchema(trigger.data, 'output'),
  })),
  actions: actions.map((action) => ({
    key: action.key,
    title: action.title,
    effect: action.effect,
    inputSchema: jsonSchema(action.input, 'input'),
    outputSchema: jsonSchema(action.output, 'output'),
  })),
  pickLists: pickLists.map((pickList) => pickList.key),
});
