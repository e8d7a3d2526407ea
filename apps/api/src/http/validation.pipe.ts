import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { z } from 'zod';
import { issuesOf } from './issues.js';
import { Problem, type Issue } from './problem.js';

const parts: Partial<Record<ArgumentMetadata['type'], Issue['in']>> = { body: 'body', query: 'query', param: 'path' };

/**
 * Checks every argument that declares a zod schema (`@Body({schema})`, `@Query({schema})`, `@Param('id', {schema})`)
 * and hands on what the schema made of it. Unlike Nest's own pipe it strips nothing silently.
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!(metadata.schema instanceof z.ZodType)) return value;
    const parsed = await metadata.schema.safeParseAsync(value);
    if (parsed.success) return parsed.data;
    const issues = issuesOf(parts[metadata.type] ?? 'body', parsed.error.issues).map((issue) =>
      metadata.type === 'param' && metadata.data !== undefined
        ? { ...issue, pointer: `/${metadata.data}${issue.pointer}` }
        : issue,
    );
    throw new Problem(400, said`Some values are missing, unknown or of the wrong kind; see \`issues\`.`, { issues });
  }
}
