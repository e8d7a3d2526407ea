import { Installation } from '../scale-out/installation.js';
import type { ServerProcess } from '../scale-out/server-process.js';
import type { Automation, Subject } from './automations.js';
import { PostgresTap } from './postgres-tap.js';
import { RemoteTap } from './remote-tap.js';
import { Tripwire, type Point } from './tripwire.js';

/** What is left behind in the end: in the remotes, and in our own ledger and history. */
export interface Outcome {
  remote: unknown;
  effects: unknown[];
  runs: unknown[];
}

/** One process of Tandem that dies at any point of what it does, and is started again. */
export class MortalTandem {
  private server: ServerProcess | undefined;

  private constructor(
    private readonly automation: Automation,
    private readonly installation: Installation,
    private readonly tripwire: Tripwire,
    private readonly taps: { postgres: PostgresTap; remote: RemoteTap },
  ) {}

  /** With the automation switched on for all templates. */
  static async open(automation: Automation): Promise<MortalTandem> {
    const tripwire = new Tripwire();
    const installation = await Installation.open();
    const { DATABASE_URL = '', SANDBOX_URL = '' } = installation.environment;
    const taps = {
      postgres: await PostgresTap.open(DATABASE_URL, tripwire),
      remote: await RemoteTap.open(SANDBOX_URL, tripwire),
    };
    const tandem = new MortalTandem(automation, installation, tripwire, taps);
    await tandem.start();
    await installation.connect();
    const { desk } = installation;
    await desk.control('PATCH', '/pandadoc/webhooks', { retry_after_ms: Array.from({ length: 1_000 }, () => 200) });
    await desk.switchOn(automation.recipe, automation.settings);
    return tandem;
  }

  async close(): Promise<void> {
    await this.installation.close();
    await Promise.all([this.taps.postgres.close(), this.taps.remote.close()]);
  }

  /** In peace: answers every point that was passed on the way. */
  async calmly(): Promise<{ outcome: Outcome; points: string[] }> {
    const subject = await this.actUnder();
    const points = this.tripwire.reached;
    return { outcome: await this.outcome(subject), points };
  }

  /** Dies at the point and comes back. `died` is false when the point was not reached this time. */
  async dyingAt(point: Point): Promise<{ outcome: Outcome; died: boolean }> {
    const subject = await this.actUnder(point);
    return { outcome: await this.outcome(subject), died: this.tripwire.hasKilled };
  }

  private async actUnder(deadly?: Point): Promise<Subject> {
    const { automation, installation, tripwire } = this;
    const subject = await automation.prepare(installation.desk);
    await installation.settled();
    tripwire.watch(() => this.dieAndComeBack(), deadly);
    for (const act of automation.acts) {
      await act(installation.desk, subject);
      await installation.settled();
    }
    await tripwire.disarm();
    await installation.settled();
    return subject;
  }

  private async dieAndComeBack(): Promise<void> {
    await this.server?.end('SIGKILL');
    await this.start();
  }

  /** The leases of a dead process are let run out at once: how long they last is tried elsewhere. */
  private async start(): Promise<void> {
    await this.installation.rows(`update lane set lease_until = now() where lease_until is not null`);
    this.tripwire.revive();
    this.server = await this.installation.start('all', {
      DATABASE_URL: this.taps.postgres.url,
      SANDBOX_URL: this.taps.remote.url,
    });
  }

  private async outcome(subject: Subject): Promise<Outcome> {
    const { installation, automation } = this;
    return {
      remote: await automation.picture(installation.desk, subject),
      effects: await installation.rows(
        `select effect.connector, effect.target_type, effect.operation, effect.property, effect.status,
           count(*)::int as times
         from effect join run on run.id = effect.run_id where run.document_id = $1
         group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
        [subject.document],
      ),
      runs: await installation.rows(
        `select distinct status from run where document_id = $1 and status <> 'skipped' order by 1`,
        [subject.document],
      ),
    };
  }
}
