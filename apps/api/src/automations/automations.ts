import { Injectable } from '@nestjs/common';
import { settingsWithDefaults, type JsonObject, type Recipe } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { sql } from '../database/sql.js';

/** A published recipe with what holds for one template. */
export interface MatchedAutomation {
  /** null when nobody ever chose anything for this recipe and template; it is off then. */
  automationId: string | null;
  enabled: boolean;
  recipeId: string;
  recipeKey: string;
  version: number;
  recipe: Recipe;
  /** With the recipe's defaults filled in. */
  settings: JsonObject;
}

interface MatchedRow {
  automation_id: string | null;
  enabled: boolean;
  settings: JsonObject;
  recipe_id: string;
  recipe_key: string;
  version: number;
  recipe: Recipe;
}

/**
 * One row for each published recipe, with the choice that holds for template $1: its own, else the default, else off.
 * A recipe that is offered everywhere knows only the default. A document without a template has no choice of its own
 * and takes no default either: automations act on documents made from a template.
 */
const EFFECTIVE = `
  select a.id as automation_id, coalesce(a.enabled, false) as enabled, coalesce(a.settings, '{}') as settings,
         r.id as recipe_id, r.key as recipe_key, v.version, v.content as recipe
  from recipe r
  join recipe_version v on v.recipe_id = r.id and v.version = r.published_version
  left join lateral (
    select * from automation
    where recipe_id = r.id
      and case when v.content ->> 'offer' = 'everywhere' then template_id is null
               else $1::text is not null and (template_id is null or template_id = $1) end
    order by template_id nulls last
    limit 1
  ) a on true`;

/** Which recipes are switched on, as matching asks. */
@Injectable()
export class Automations {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The switched-on recipes that this trigger starts for a document of this template, in the recipes' order.
   * @param templateId null: no template; only recipes that are offered everywhere can be on
   */
  async enabledFor(connector: string, trigger: string, templateId: string | null): Promise<MatchedAutomation[]> {
    const rows = await sql<MatchedRow>(
      this.dataSource.manager,
      `${EFFECTIVE}
       where a.enabled
         and v.content @> jsonb_build_object('trigger', jsonb_build_object('kind', 'event', 'connector', $2::text, 'trigger', $3::text))
       order by r.position, r.key`,
      [templateId, connector, trigger],
    );
    return rows.map(matched);
  }

  /** One recipe for one template, on or off; empty when the recipe does not exist or was never published. */
  async effectiveFor(recipeId: string, templateId: string | null): Promise<MatchedAutomation[]> {
    const rows = await sql<MatchedRow>(this.dataSource.manager, `${EFFECTIVE} where r.id = $2`, [templateId, recipeId]);
    return rows.map(matched);
  }
}

const matched = (row: MatchedRow): MatchedAutomation => ({
  automationId: row.automation_id,
  enabled: row.enabled,
  recipeId: row.recipe_id,
  recipeKey: row.recipe_key,
  version: row.version,
  recipe: row.recipe,
  settings: settingsWithDefaults(row.recipe, row.settings),
});
