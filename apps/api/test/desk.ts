import { DataSource } from 'typeorm';
import { Poller } from '../src/ingest/poller.js';
import { eventually } from '../src/testing/eventually.js';
import { startTestApp, type TestApp, type TestAppOptions } from '../src/testing/test-app.js';
import { RemoteDesk } from './remote-desk.js';

/** A desk with the app and the twin of both remote systems inside the test. */
export class Desk extends RemoteDesk {
  private constructor(readonly app: TestApp) {
    super(app.url, app.sandboxUrl);
  }

  /** With both connections made. */
  static async open(options: TestAppOptions = {}): Promise<Desk> {
    const desk = new Desk(await startTestApp({ sandbox: true, ...options }));
    const connected = await desk.api('POST', '/api/connections/sandbox', {});
    if (connected.status >= 300) throw new Error(`Not connected: ${JSON.stringify(connected.body)}`);
    return desk;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Sent, viewed and signed by everybody; comes back when Tandem has dealt with it. */
  async complete(documentId: string): Promise<void> {
    await this.act(documentId, 'send');
    await this.settled();
    await this.act(documentId, 'sign');
    await this.settled();
  }

  /** Waits until every webhook has been delivered and nothing is left to match or to run. */
  async settled(within = 45_000): Promise<void> {
    let quiet = 0;
    await eventually(async () => {
      quiet = (await this.isQuiet()) ? quiet + 1 : 0;
      if (quiet < 3) throw new Error(`Still at work: ${JSON.stringify(await this.openRows())}`);
    }, within);
  }

  /** Looks now for changes of deals and for webhooks that never came, instead of waiting for the next regular look. */
  async poll(): Promise<void> {
    await this.app.app.get(Poller).pollAll();
  }

  /** HubSpot's app tells of its changes from now on. */
  async hearHubSpot(): Promise<void> {
    await this.control('PATCH', '/hubspot/webhooks', { target_url: `${this.app.url}/api/webhooks/hubspot` });
  }

  private async isQuiet(): Promise<boolean> {
    const { under_way: events } = await this.control('GET', '/pandadoc/webhooks');
    const { under_way: nudges } = await this.control('GET', '/hubspot/webhooks');
    const open = await this.openRows();
    return events === 0 && nudges === 0 && open.events === 0 && open.runs === 0 && open.touched === 0;
  }

  private async openRows(): Promise<{ events: number; runs: number; touched: number }> {
    const [row] = await this.app.app.get(DataSource).query(
      `select (select count(*)::int from event where status = 'received') as events,
              (select count(*)::int from touched) as touched,
              (select count(*)::int from run where status in ('queued', 'running')
                 or (status = 'waiting' and waits_for ->> 'kind' = 'retry')) as runs`,
    );
    return row;
  }
}
