import { Injectable, Logger } from '@nestjs/common';
import type { CheckFields, TemplateContent, TemplateSummary } from '@tandem/connectors';
import { settingsWithDefaults, type JsonObject, type Recipe } from '@tandem/recipes';
import { Catalogue } from '../../catalogue/catalogue.js';
import { Clock } from '../../clock/clock.js';
import { Connections } from '../../connections/connections.js';
import { TemplateContents } from '../../templates/template-contents.js';
import { listsAsked } from './gone-choices.js';
import { LiveLists } from './live-lists.js';
import { readinessOf, type AccountFacts, type Readiness, type ReadinessFacts } from './readiness.js';
import { needsOf, type RecipeNeeds } from './recipe-needs.js';

const FRESH_MS = 60_000;

/** One cell of the matrix: a recipe with its settings, for a template or for all (null). */
export interface Cell {
  recipe: Recipe;
  settings: JsonObject;
  template: TemplateSummary | null;
}

/** Gathers what decides, in few calls, and lets the pure rules decide. */
@Injectable()
export class CheckReadiness {
  private readonly logger = new Logger('Readiness');
  private readonly fieldChecks = new Map<string, { until: number; check: Promise<CheckFields | undefined> }>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly connections: Connections,
    private readonly contents: TemplateContents,
    private readonly lists: LiveLists,
    private readonly clock: Clock,
  ) {}

  /**
   * One answer for each cell, in their order. Reads each list and each version of a template once; a template only
   * where its content matters. Never throws for a remote that does not answer: what it would have told is unknown.
   * @param published every recipe that another may call
   */
  async of(cells: readonly Cell[], published: readonly Recipe[]): Promise<Readiness[]> {
    const find = (key: string) => published.find((recipe) => recipe.key === key);
    const needs = new Map(cells.map(({ recipe }) => [recipe, needsOf(recipe, this.catalogue.connectors, find)]));
    const shared = await this.sharedFacts(cells, [...needs.values()]);
    return Promise.all(
      cells.map(async ({ recipe, settings, template }) => {
        const needed = needs.get(recipe) ?? needsOf(recipe, this.catalogue.connectors, find);
        const content = await this.contentOf(template, needed, shared.accounts);
        return readinessOf(recipe, settings, needed, { ...shared, template: content });
      }),
    );
  }

  private async sharedFacts(
    cells: readonly Cell[],
    needs: readonly RecipeNeeds[],
  ): Promise<Omit<ReadinessFacts, 'template'>> {
    const asked = cells.flatMap(({ recipe, settings }) =>
      listsAsked(recipe.settings, settingsWithDefaults(recipe, settings)),
    );
    const accounts = await this.accounts();
    const fieldsTo = [...new Set(needs.flatMap((one) => one.fieldsTo))].filter(
      (key) => accounts.get(key)?.status === 'connected',
    );
    const checks = await Promise.all(fieldsTo.map(async (key) => [key, await this.fieldCheck(key)] as const));
    return {
      accounts,
      lists: await this.lists.read(asked.filter(({ connector }) => accounts.get(connector)?.status === 'connected')),
      fieldChecks: new Map(checks.flatMap(([key, check]) => (check ? [[key, check]] : []))),
    };
  }

  private async accounts(): Promise<Map<string, AccountFacts>> {
    const connections = await this.connections.all();
    return new Map(
      this.catalogue.connectors.map(({ key, title }) => {
        const connection = connections.find(({ connector }) => connector === key);
        const { status = 'missing', statusReason: reason = null } = connection ?? {};
        return [key, { title, status, reason, scopes: connection?.account?.scopes }];
      }),
    );
  }

  private async contentOf(
    template: TemplateSummary | null,
    needs: RecipeNeeds,
    accounts: ReadonlyMap<string, AccountFacts>,
  ): Promise<TemplateContent | 'any' | undefined> {
    if (template === null) return 'any';
    if (!needs.pricing && needs.fieldsTo.length === 0) return undefined;
    const source = this.catalogue.connectors.find(({ templates }) => templates !== undefined);
    if (!source || accounts.get(source.key)?.status !== 'connected') return undefined;
    try {
      return await this.contents.of(template);
    } catch (error) {
      this.logger.debug(`Template ${template.id} could not be read: ${String(error)}`);
      return undefined;
    }
  }

  private fieldCheck(connectorKey: string): Promise<CheckFields | undefined> {
    const now = this.clock.now().getTime();
    const known = this.fieldChecks.get(connectorKey);
    if (known && known.until > now) return known.check;
    const check = this.openFieldCheck(connectorKey).catch((error: unknown) => {
      this.fieldChecks.delete(connectorKey);
      this.logger.debug(`The properties of ${connectorKey} could not be read: ${String(error)}`);
      return undefined;
    });
    this.fieldChecks.set(connectorKey, { until: now + FRESH_MS, check });
    return check;
  }

  private openFieldCheck(connectorKey: string): Promise<CheckFields | undefined> {
    return this.connections.use(connectorKey, async ({ connector, gateway }) => connector.openFieldCheck?.(gateway));
  }
}
