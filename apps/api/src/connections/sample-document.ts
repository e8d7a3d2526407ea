import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { z } from 'zod';
import { Config } from '../config/config.js';
import { conflict } from '../http/problem.js';
import { Connections } from './connections.js';
import { sandboxAccounts } from './sandbox-accounts.js';
import { dealToPlay, SandboxPlay } from './sandbox-play.js';

export const SampleWish = z
  .strictObject({ template_id: z.string().min(1).max(100) })
  .meta({ id: 'SampleDocumentRequest' });

const Named = z.object({ id: z.string(), name: z.string() });
export const SampleDocument = z.object({ document: Named, deal: Named }).meta({ id: 'SampleDocument' });
export type SampleDocument = z.infer<typeof SampleDocument>;

/** Plays the salesperson and the customer in the local twin, for the first document that somebody sees completed. */
@Injectable()
export class CompleteSampleDocument {
  constructor(
    private readonly config: Config,
    private readonly connections: Connections,
  ) {}

  /**
   * Makes a document of a deal, sends it and signs it.
   * @throws 409 when the accounts are not those of the sandbox, or no deal has a contact; 422 when the sandbox refuses,
   * 502 when it fails
   */
  async complete(templateId: string): Promise<SampleDocument> {
    const play = new SandboxPlay(await this.sandboxInUse());
    const deal = dealToPlay(await play.deals(), await play.dealsWithDocuments());
    if (!deal) throw conflict(said`No deal of the sandbox has a contact who could sign.`);
    const { id, name } = deal;
    return { document: await play.completeDocument(templateId, id), deal: { id, name } };
  }

  private async sandboxInUse(): Promise<string> {
    const { sandboxUrl } = this.config;
    const connected = (await this.connections.all()).map(({ baseUrl }) => baseUrl);
    const wanted = sandboxUrl === undefined ? [] : sandboxAccounts(sandboxUrl).map((account) => account.base_url);
    if (sandboxUrl === undefined || !wanted.every((url) => url !== undefined && connected.includes(url)))
      throw conflict(said`Only the sandbox lets Tandem sign documents. Connect it first.`);
    return sandboxUrl;
  }
}
