import { Injectable } from '@nestjs/common';
import { number, said } from '@tandem/recipes';
import { Audit } from '../audit/audit.js';
import { forgetRuns } from '../database/forget-runs.js';
import { sqlOne } from '../database/sql.js';
import { conflict } from '../http/problem.js';
import { RecipeStore } from './recipe-store.js';

interface Ties {
  automations: number;
  runs: number;
  caller: string | null;
}

/** `caller`: a published recipe that runs this one as a step of its own. */
const TIES = `
  select (select count(*) from automation where recipe_id = r.id and enabled)::int as automations,
         (select count(*) from run where recipe_id = r.id)::int as runs,
         (select min(c.key) from recipe c join recipe_version v on v.recipe_id = c.id and v.version = c.published_version
          where c.id <> r.id and jsonb_path_exists(v.content, '$.** ? (@.kind == "call" && @.recipe == $key)',
                                                   jsonb_build_object('key', r.key))) as caller
  from recipe r where r.id = $1`;

/** Ends a recipe that nothing needs any more. */
@Injectable()
export class RemoveRecipe {
  constructor(
    private readonly store: RecipeStore,
    private readonly audit: Audit,
  ) {}

  /** Throws 404, or 409 while it is built in, switched on, called by another recipe, or has runs that are to be kept. */
  async remove(key: string, withHistory: boolean): Promise<void> {
    await this.store.transaction(async (tx) => {
      const { id, builtIn, draft } = await this.store.lock(tx, key);
      if (builtIn) throw conflict(said`“${key}” comes with Tandem. Switch it off instead.`, { type: 'built_in' });
      const ties = await sqlOne<Ties>(tx, TIES, [id]);
      if (ties) refuseWhileTied(ties, withHistory);
      await forgetRuns(tx, 'recipe', id);
      await tx.query('delete from recipe where id = $1', [id]);
      const before = { name: draft.name, runs: ties?.runs ?? 0 };
      await this.audit.record(tx, { action: 'recipe.deleted', subject: `recipe ${key}`, before, after: null });
    });
  }
}

function refuseWhileTied({ automations, runs, caller }: Ties, withHistory: boolean): void {
  if (automations > 0) throw conflict(said`It is switched on in ${number(automations)} places. Switch it off first.`);
  if (caller !== null) throw conflict(said`The recipe "${caller}" calls it. Change that one first.`);
  if (runs > 0 && !withHistory) {
    throw conflict(said`Its ${number(runs)} runs would go with it. Say with_history=true to remove them too.`, {
      type: 'has_history',
      extra: { runs },
    });
  }
}
