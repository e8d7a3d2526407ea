import { Injectable, NotFoundException, UnauthorizedException } from '@nestjs/common';
import type { SignedRequest } from '@tandem/connectors';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { Fates } from '../fates/fates.js';
import { Connections, type NudgeTarget } from '../connections/connections.js';
import { WebhookReceipts } from '../connections/webhook-receipts.js';
import { PollLanes } from './poll-lanes.js';
import { PollSources } from './poll-sources.js';
import { readBody } from './read-body.js';
import { withReceipt } from './with-receipt.js';

/** What of a request its server knows; the address is completed with our public one. */
export type NudgeRequest = Omit<SignedRequest, 'url' | 'receivedAt'> & { path: string };

/** A remote says where to look: that is written down before it is answered, and looked at at once. */
@Injectable()
export class ReceiveNudges {
  constructor(
    private readonly config: Config,
    private readonly connections: Connections,
    private readonly sources: PollSources,
    private readonly lanes: PollLanes,
    private readonly fates: Fates,
    private readonly clock: Clock,
    private readonly receipts: WebhookReceipts,
  ) {}

  /**
   * Answers how many records of the connected account were named and are waited for.
   * Throws 404 when nothing connected takes nudges, 401 for a signature that does not match or is old, 400 for a body
   * of the wrong shape.
   */
  async receive(connectorKey: string, { path, ...request }: NudgeRequest): Promise<{ accepted: number }> {
    const target = await this.connections.nudgeTarget(connectorKey);
    if (!target) throw nobodyReceives();
    const signed = { ...request, url: this.config.publicUrl + path, receivedAt: this.clock.now() };
    return withReceipt(this.receipts, target.connection.id, request, () => this.take(target, signed));
  }

  private async take(
    { connection, nudges, secret }: NudgeTarget,
    signed: SignedRequest,
  ): Promise<{ accepted: number }> {
    if (secret === undefined) throw nobodyReceives();
    if (!nudges.verify(signed, secret)) {
      throw new UnauthorizedException('The signature does not match the request and the client secret, or it is old.');
    }
    const named = readBody(() => nudges.parse(signed.body));
    const ours = named.filter(({ account }) => account === connection.account?.id);
    // Kept whether or not anybody waits for a change: what is linked to a deal that is gone asks for it.
    await this.fates.note(
      connection.id,
      ours.flatMap(({ fate }) => fate ?? []),
    );
    const triggers = ours.length > 0 ? await this.sources.wantedOf(connection.connector) : [];
    if (triggers.length === 0) return { accepted: 0 };

    await this.lanes.touch(connection.id, triggers, ours);
    return { accepted: ours.length };
  }
}

const nobodyReceives = (): NotFoundException =>
  new NotFoundException('No connection receives webhooks at this address.');
