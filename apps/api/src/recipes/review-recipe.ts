import { Injectable } from '@nestjs/common';
import {
  forbiddenPartOf,
  type Issue as RecipeIssue,
  type Json,
  pillsOf,
  Recipe,
  said,
  validateRecipe,
} from '@tandem/recipes';
import { issuesOf } from '../http/issues.js';
import { Problem, type Issue } from '../http/problem.js';
import { RecipeCatalogue } from './recipe-catalogue.js';

/** What is to be said about a recipe, with the connectors and recipes of this Tandem in mind. */
@Injectable()
export class ReviewRecipe {
  constructor(private readonly catalogue: RecipeCatalogue) {}

  /** Takes anything and never throws for what it is given. */
  async issuesOf(input: unknown): Promise<RecipeIssue[]> {
    return validateRecipe(input, await this.catalogue.read());
  }

  /** The recipe, if it could be published. Throws a 422 with all of its errors. */
  async faultless(input: unknown): Promise<Recipe> {
    const errors = (await this.issuesOf(input)).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw refused(errors.map(({ severity: _, ...issue }) => ({ in: 'body', ...issue })));
    return this.wellFormed(input, '');
  }

  /**
   * The recipe, if it has the form of one; its steps may be unfinished. Throws a 422.
   * @param pointer where it stands in the body of the request
   */
  wellFormed(input: unknown, pointer: string): Recipe {
    const parsed = Recipe.safeParse(input);
    const issues = parsed.success ? forbiddenReferences(parsed.data) : issuesOf('body', parsed.error.issues);
    if (parsed.success && issues.length === 0) return parsed.data;
    throw refused(issues.map((issue) => ({ ...issue, pointer: pointer + issue.pointer })));
  }
}

/** References to JavaScript's own objects are refused even in a draft. */
function forbiddenReferences(recipe: Recipe): Issue[] {
  const json: unknown = recipe;
  return pillsOf(json as Json).flatMap(({ path, pointer }) => {
    // the schema knows JSON only
    const part = forbiddenPartOf(path);
    return part === undefined ? [] : [{ in: 'body', pointer, message: `"${part}" may not be read in an expression.` }];
  });
}

const refused = (issues: Issue[]): Problem =>
  new Problem(422, said`The recipe is refused as it stands; \`issues\` says where and why.`, {
    type: 'invalid_recipe',
    issues,
  });
