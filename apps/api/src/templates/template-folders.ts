import { Injectable } from '@nestjs/common';
import type { TemplateFolder } from '@tandem/connectors';
import { Clock } from '../clock/clock.js';
import { Templates } from './templates.js';

/** Folders change rarely, and each costs calls. */
const FRESH_MS = 300_000;

/** Where the templates lie, at most five minutes old. */
@Injectable()
export class TemplateFolders {
  private kept: { until: number; folders: Promise<TemplateFolder[]> } | undefined;

  constructor(
    private readonly templates: Templates,
    private readonly clock: Clock,
  ) {}

  /** In the order of their paths. Throws as Templates does. */
  async all(): Promise<TemplateFolder[]> {
    const now = this.clock.now().getTime();
    if (this.kept && this.kept.until > now) return this.kept.folders;
    const folders = this.templates
      .ask((source, gateway) => source.folders(gateway))
      .then((found) => found.sort((one, other) => one.path.join('\n').localeCompare(other.path.join('\n'))));
    this.kept = { until: now + FRESH_MS, folders };
    folders.catch(() => (this.kept = undefined));
    return folders;
  }
}
