import { announcePdf, finishCreate } from './documents/finish-create.js';
import type { Document } from './model/document.js';
import type { Job, PandaDocWorld } from './state.js';
import { deliver } from './webhooks/deliver.js';
import { flushEvents } from './webhooks/post-event.js';

/** How long the clock may be wrong about a job at most: timers do not follow a world's own clock. */
const LONGEST_NAP_MS = 1_000;

/** Does what the twin has to do later, when it is due, until closed. Jobs that wait survive in the state. */
export class JobRunner {
  private timer: NodeJS.Timeout | undefined;
  private readonly closing = new AbortController();

  constructor(private readonly world: PandaDocWorld) {
    world.wake = () => {
      this.sleepUntilNext();
    };
    this.sleepUntilNext();
  }

  close(): void {
    this.closing.abort();
    clearTimeout(this.timer);
    this.world.wake = undefined;
  }

  private sleepUntilNext(): void {
    clearTimeout(this.timer);
    const next = Math.min(...this.world.state.jobs.map(({ at }) => at));
    if (this.closing.signal.aborted) return;
    const napMs = Math.max(0, Math.min(next - this.world.now().getTime(), LONGEST_NAP_MS));
    this.timer = setTimeout(() => {
      this.runDue();
    }, napMs);
    this.timer.unref();
  }

  private runDue(): void {
    const now = this.world.now().getTime();
    const due = this.world.state.jobs.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    this.world.state.jobs = this.world.state.jobs.filter(({ at }) => at > now);
    for (const job of due) this.run(job);
    if (due.length > 0) this.world.onChange?.();
    this.sleepUntilNext();
  }

  private run(job: Job): void {
    const { world } = this;
    switch (job.kind) {
      case 'finish_create':
        withDocument(world, job.document_id, (document) => {
          finishCreate(world, document);
        });
        return;
      case 'announce_pdf':
        withDocument(world, job.document_id, (document) => {
          announcePdf(world, document, job.date_completed);
        });
        return;
      case 'flush_events':
        flushEvents(world, job.subscription_uuid);
        return;
      case 'deliver':
        void deliver(world, job.delivery_uuid, this.closing.signal).then(() => world.onChange?.());
    }
  }
}

function withDocument(world: PandaDocWorld, id: string, act: (document: Document) => void): void {
  const document = world.state.documents.find((one) => one.id === id);
  if (document) act(document);
}
