import { Injectable } from '@nestjs/common';
import { Templates } from '../../templates/templates.js';
import { MatrixColumns } from '../matrix-columns.js';
import { CheckReadiness } from './check-readiness.js';
import type { ReadinessAnswer } from './readiness-view.js';

/** The readiness of rows of the matrix. */
@Injectable()
export class ReadinessOfTemplates {
  constructor(
    private readonly templates: Templates,
    private readonly columns: MatrixColumns,
    private readonly check: CheckReadiness,
  ) {}

  /** Throws ConnectorError when the templates cannot be listed. */
  async of(templateIds: readonly string[]): Promise<ReadinessAnswer> {
    const named = templateIds.length === 0 ? [] : await this.templates.named(templateIds);
    const { columns, published } = await this.columns.all();
    const rows = [null, ...named];
    const cells = rows.flatMap((template) =>
      columns.map(({ recipe, stateFor }) => ({
        recipe,
        template,
        settings: stateFor(template?.id ?? null).settings,
      })),
    );
    const found = await this.check.of(cells, published);
    const answers = found.map((readiness, index) => ({
      recipe: cells[index]?.recipe.key ?? '',
      ...readiness,
    }));
    const rowAt = (index: number) => answers.slice(index * columns.length, (index + 1) * columns.length);
    return {
      defaults: rowAt(0),
      items: named.map(({ id }, index) => ({ template_id: id, automations: rowAt(index + 1) })),
    };
  }
}
