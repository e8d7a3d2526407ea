import type { RemoteDesk } from '../remote-desk.js';

interface Call {
  id: number;
  api: string;
  method: string;
  path: string;
  status: number | null;
  body: { properties?: { dealstage?: string } } | null;
}

/** The changes of deal stages that the twin of HubSpot has made. It forgets old calls: look often enough, from the start on. */
export class StageMoves {
  private readonly byDeal = new Map<string, string[]>();
  private seen = 0;

  constructor(private readonly desk: RemoteDesk) {}

  of(deal: string): string[] {
    return this.byDeal.get(deal) ?? [];
  }

  async look(): Promise<void> {
    const { requests }: { requests: Call[] } = await this.desk.control('GET', '/requests');
    const fresh = requests.filter(({ id }) => id > this.seen);
    if (this.seen > 0 && (fresh[0]?.id ?? 0) > this.seen + 1)
      throw new Error('The twin has forgotten calls not looked at');
    this.seen = Math.max(this.seen, ...fresh.map(({ id }) => id));
    for (const { api, method, path, status, body } of fresh) {
      const [, deal] = /\/objects\/deals\/(\d+)$/.exec(path) ?? [];
      const stage = body?.properties?.dealstage;
      if (api !== 'hubspot' || method !== 'PATCH' || status !== 200 || !deal || !stage) continue;
      this.byDeal.set(deal, [...this.of(deal), stage]);
    }
  }
}
