import { Injectable } from '@nestjs/common';
import type { TemplateContent, TemplateSummary } from '@tandem/connectors';
import PQueue from 'p-queue';
import { Templates } from './templates.js';

/** So many are asked for at once, so that the calls of runs are not kept waiting. */
const AT_ONCE = 4;
const KEPT = 2_000;

/** What templates hold. A version of a template never changes, so it is read once. */
@Injectable()
export class TemplateContents {
  private readonly kept = new Map<string, TemplateContent>();
  private readonly asked = new Map<string, Promise<TemplateContent>>();
  private readonly queue = new PQueue({ concurrency: AT_ONCE });

  constructor(private readonly templates: Templates) {}

  /** At most one call, however many ask. Throws ConnectorError. */
  async of({ id, version }: TemplateSummary): Promise<TemplateContent> {
    const place = `${id} ${version}`;
    const known = this.kept.get(place);
    if (known) return known;
    const asked = this.asked.get(place) ?? this.read(id, place);
    return asked;
  }

  private read(id: string, place: string): Promise<TemplateContent> {
    const reading = this.queue
      .add(() => this.templates.ask((source, gateway) => source.content(gateway, id)))
      .then((content) => {
        this.keep(place, content);
        return content;
      })
      .finally(() => this.asked.delete(place));
    this.asked.set(place, reading);
    return reading;
  }

  /** The oldest goes first when there are too many. */
  private keep(place: string, content: TemplateContent): void {
    this.kept.set(place, content);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}
