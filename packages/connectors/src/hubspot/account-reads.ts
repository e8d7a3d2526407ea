import type { Client } from '@hubspot/api-client';
import type { OpenConnection } from '../sdk/connector.js';
import { type Said, said } from '../sdk/said.js';
import { API_VERSION, urlForVersion } from './api-version.js';
import { ConnectorError } from '../sdk/connector-error.js';
import { msToMidnight } from './errors.js';
import { toDefinition, toOwner, toPipeline, toPortal, toScopes } from './from-sdk.js';
import type { PropertyDefinition } from './properties/definition.js';
import { RECORD_PLURALS, type ObjectType, type OwnerInfo, type PipelineInfo, type PortalInfo } from './records.js';
import { KnownForAWhile } from '../sdk/known-for-a-while.js';
import { HubSpotRefusal } from './refusal.js';
import { remoteCall, type CallSettings, type HttpAnswer } from './remote-call.js';
import { openSdk } from './sdk-client.js';

export interface GatewayTimes {
  deadlineMs: number;
  uploadDeadlineMs: number;
  /** Pauses before the second and the third try of a read. */
  pausesMs: readonly number[];
}

/** New properties and options are noticed after so long; what does not fit those known is looked up at once. */
const DEFINITIONS_HOLD_MS = 60_000;
const USUAL_TIMES: GatewayTimes = { deadlineMs: 20_000, uploadDeadlineMs: 120_000, pausesMs: [250, 750] };

/** How an account is set up: its portal, properties, pipelines and owners. The base of the gateway, with its ways to call. */
export abstract class AccountReads {
  protected readonly sdk: Client;
  protected readonly hearFate: OpenConnection<unknown>['hearFate'];
  private readonly settings: CallSettings;
  private readonly token: string;
  private portal: PortalInfo | undefined;
  private readonly known = new KnownForAWhile<readonly PropertyDefinition[]>();

  constructor(
    connection: OpenConnection<{ access_token: string }>,
    protected readonly times: GatewayTimes = USUAL_TIMES,
  ) {
    const token = connection.credentials.access_token;
    this.token = token;
    this.hearFate = connection.hearFate?.bind(connection);
    this.sdk = openSdk(token, connection.baseUrl);
    this.settings = {
      budget: connection.budget,
      pausesMs: times.pausesMs,
      dayLeftMs: () =>
        this.portal?.timeZone === undefined ? {} : { dayLeftMs: msToMidnight(new Date(), this.portal.timeZone) },
      facts: (what) => ({ what, token, now: new Date(), timeZone: this.portal?.timeZone }),
    };
  }

  /** The portal behind the token; asked for once per gateway unless `fresh`. */
  async account(fresh = false): Promise<PortalInfo> {
    if (this.portal !== undefined && !fresh) return this.portal;
    const path = urlForVersion('/account-info/v3/details', API_VERSION);
    this.portal = await this.read(said`read the account`, async () => {
      const { headers, data } = await answerOf(await this.sdk.apiRequest({ path }));
      return { headers, data: toPortal(data) };
    });
    return this.portal;
  }

  /**
   * The scopes that the token was granted; undefined where HubSpot does not tell, as for service keys.
   * https://developers.hubspot.com/docs/api/private-apps
   */
  async grantedScopes(): Promise<string[] | undefined> {
    const path = '/oauth/v2/private-apps/get/access-token-info';
    const request = { method: 'POST', path, body: { tokenKey: this.token } };
    try {
      return await this.read(said`read the scopes of the token`, async () => {
        const { headers, data } = await answerOf(await this.sdk.apiRequest(request));
        return { headers, data: toScopes(data) };
      });
    } catch (error) {
      if (error instanceof ConnectorError) return undefined;
      throw error;
    }
  }

  /**
   * The properties of a type of record, as they were at most a minute ago; people seldom change them.
   * @param fresh as they are now: for people who choose from them, and where something did not fit those known
   */
  definitions(type: ObjectType, fresh = false): Promise<readonly PropertyDefinition[]> {
    return this.known.read(type, () => this.readDefinitions(type), fresh ? 0 : DEFINITIONS_HOLD_MS);
  }

  private async readDefinitions(type: ObjectType): Promise<PropertyDefinition[]> {
    const answer = await this.read(said`read the properties of ${RECORD_PLURALS[type]}`, () =>
      this.sdk.crm.properties.coreApi.getAllWithHttpInfo(type),
    );
    return answer.results.map(toDefinition);
  }

  /** Deal pipelines with their stages, in the order shown in HubSpot, without archived ones. */
  async pipelines(): Promise<PipelineInfo[]> {
    const answer = await this.read(said`read the deal pipelines`, () =>
      this.sdk.crm.pipelines.pipelinesApi.getAllWithHttpInfo('deals'),
    );
    const live = answer.results.filter((pipeline) => !pipeline.archived);
    return live.sort((a, b) => a.displayOrder - b.displayOrder).map(toPipeline);
  }

  async owners(): Promise<OwnerInfo[]> {
    const all: OwnerInfo[] = [];
    let after: string | undefined;
    do {
      const at = after;
      const page = await this.read(said`read the owners`, () =>
        this.sdk.crm.owners.ownersApi.getPageWithHttpInfo(undefined, at, 100, false),
      );
      all.push(...page.results.map(toOwner));
      after = page.paging?.next?.after;
    } while (after !== undefined);
    return all;
  }

  protected read<Data>(what: Said, send: () => Promise<HttpAnswer<Data>>): Promise<Data> {
    return this.call('read', what, 'crm', this.times.deadlineMs, send);
  }

  protected write<Data>(what: Said, send: () => Promise<HttpAnswer<Data>>): Promise<Data> {
    return this.call('write', what, 'crm', this.times.deadlineMs, send);
  }

  protected call<Data>(
    effect: 'read' | 'write',
    what: Said,
    operation: 'crm' | 'search',
    deadlineMs: number,
    send: () => Promise<HttpAnswer<Data>>,
  ): Promise<Data> {
    return remoteCall(this.settings, { what, effect, operation, deadlineMs }, send);
  }
}

/** The SDK's plain requests pass by its middleware. */
async function answerOf(response: Response): Promise<HttpAnswer<unknown>> {
  const headers = Object.fromEntries(response.headers);
  const text = await response.text();
  if (!response.ok) throw new HubSpotRefusal(response.status, headers, text);
  return { headers, data: JSON.parse(text) as unknown };
}
