import { setTimeout as wait } from 'node:timers/promises';
import type { Installation } from './installation.js';
import type { RemoteDesk } from '../remote-desk.js';
import { StageMoves } from './stage-moves.js';

/** Where processes die all the time there may be no API for a while. */
const DELIVERED_WITHIN_MS = 180_000;

const LOOK_EVERY_MS = 1_000;

const STAGES = { 'document.sent': 'contractsent', 'document.completed': 'closedwon' };

/** Deals of which each has several documents that are sent and signed, one after the other. */
export class ManyDeals {
  private readonly moves: StageMoves;

  private constructor(
    private readonly installation: Installation,
    readonly deals: string[],
    private readonly documents: string[][],
  ) {
    this.moves = new StageMoves(installation.desk);
  }

  static async prepare(installation: Installation, deals: number, documentsEach: number): Promise<ManyDeals> {
    const { desk } = installation;
    await installation.connect();
    await desk.switchOn('change-deal-stage', { pipeline: 'default', stages: STAGES });
    await desk.switchOn('attach-pdf');
    const ids = await inTurn(deals, () => desk.deal());
    const documents = await Promise.all(ids.map((deal) => inTurn(documentsEach, () => documentOf(desk, deal))));
    await installation.delivered();
    const prepared = new ManyDeals(installation, ids, documents);
    await prepared.moves.look();
    return prepared;
  }

  /** As the installation's; looks at what is done meanwhile, which may be more than the twin remembers. */
  async settled(within: number): Promise<void> {
    const over = this.installation.settled(within);
    const end = over.then(
      () => true,
      () => true,
    );
    do await this.moves.look();
    while (!(await Promise.race([end, wait(LOOK_EVERY_MS, false)])));
    await over;
  }

  /** Sends and signs everything; `between` is told how many rounds are over, while Tandem is busy with them. */
  async run(between: (round: number) => Promise<void> = () => Promise.resolve()): Promise<void> {
    let round = 0;
    for (const [index] of this.documents[0]!.entries()) {
      await this.sendAndSign(index, () => between(++round));
    }
  }

  /** Once every deal's documents are over each gets another one, until it is enough. */
  async runUntil(isEnough: () => boolean): Promise<void> {
    for (let index = 0; !isEnough(); index++) {
      await Promise.all(
        this.deals.map(
          async (deal, at) => (this.documents[at]![index] ??= await documentOf(this.installation.desk, deal)),
        ),
      );
      await this.sendAndSign(index);
    }
  }

  private async sendAndSign(index: number, between: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    for (const act of ['send', 'sign']) {
      await Promise.all(this.documents.map((ofDeal) => this.installation.desk.act(ofDeal[index]!, act)));
      await this.installation.delivered(DELIVERED_WITHIN_MS);
      await between();
      await this.moves.look();
    }
  }

  /** Sends and signs everything, one after the other, and waits for nothing but the last delivery. */
  async runAtOnce(): Promise<void> {
    const { desk } = this.installation;
    await Promise.all(
      this.documents.flat().map(async (document) => {
        await desk.act(document, 'send');
        await desk.act(document, 'sign');
      }),
    );
    await this.installation.delivered(DELIVERED_WITHIN_MS);
  }

  /** Sends and signs everything as fast as it goes, whether or not Tandem keeps up. */
  async startAll(): Promise<void> {
    for (const act of ['send', 'sign']) {
      for (const document of this.documents.flat()) await this.installation.desk.act(document, act);
    }
  }

  /** What the twin holds of each deal: the same in every run, whatever the ids are. */
  async pictures(): Promise<Picture[]> {
    await this.moves.look();
    return Promise.all(this.deals.map((deal) => pictureOf(this.installation.desk, deal, this.moves.of(deal))));
  }

  /** What every deal looks like in the end when nothing goes wrong. */
  get expected(): Picture {
    const each = this.documents[0]!;
    return {
      stages: [...each.flatMap(() => Object.values(STAGES))],
      filesPerNote: each.flatMap(() => [1, 1]),
      files: 2 * each.length,
    };
  }
}

export interface Picture {
  /** Every stage that the deal was moved to, in the order in which HubSpot was asked to. */
  stages: string[];
  filesPerNote: number[];
  /** Different files on the deal. */
  files: number;
}

async function pictureOf(desk: RemoteDesk, deal: string, moves: string[]): Promise<Picture> {
  const notes = await desk.notes(deal);
  return {
    stages: moves,
    filesPerNote: notes.map(({ files }) => files.length),
    files: new Set(notes.flatMap(({ files }) => files)).size,
  };
}

const documentOf = (desk: RemoteDesk, deal: string): Promise<string> => desk.document(deal, 'Mutual NDA');

async function inTurn<T>(times: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let n = 0; n < times; n++) made.push(await make());
  return made;
}
