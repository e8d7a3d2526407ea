import { type Said, said } from '@tandem/recipes';
import { z } from 'zod';

/** One thing that is wrong with a request, named so that a person or a form finds it. */
export const Issue = z
  .strictObject({
    in: z.enum(['body', 'query', 'path', 'header']).describe('The part of the request that `pointer` points into'),
    pointer: z.string().describe('JSON pointer (RFC 6901); empty for the whole part'),
    message: z.string().describe('A plain sentence'),
    suggestion: z.string().optional().describe('What was probably meant'),
  })
  .meta({ id: 'Issue' });
export type Issue = z.infer<typeof Issue>;

/** The body of every refusal: RFC 9457, sent as application/problem+json. */
export const ProblemBody = z
  .object({
    type: z.string().describe('`about:blank`, or a name for programs such as `tandem:stale_revision`'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional().describe('What happened and what can be done about it'),
    issues: z.array(Issue).optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemBody = z.infer<typeof ProblemBody>;

const titles: Record<number, Said> = {
  400: said`The request is not understood`,
  403: said`Not allowed from there`,
  404: said`Not found`,
  405: said`Not possible here`,
  409: said`In conflict with what is there now`,
  413: said`Too large`,
  415: said`Send JSON`,
  421: said`Not the address of this server`,
  422: said`Refused as it stands`,
  429: said`Too many requests`,
  500: said`Something went wrong in Tandem`,
  502: said`The other system did not answer as it should`,
  503: said`Not available just now`,
};

export interface ProblemDetails {
  /** A name for programs, without the `tandem:` in front. */
  type?: string;
  issues?: Issue[];
  /** Further members of the body, e.g. the newer draft beside a stale save. */
  extra?: Record<string, unknown>;
  /** Sent as Retry-After. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** Thrown anywhere below a controller; the problem filter turns it into the answer. Its detail holds no secret. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly detail: Said,
    readonly details: ProblemDetails = {},
  ) {
    super(detail, { cause: details.cause });
  }

  get body(): ProblemBody & Record<string, unknown> {
    return {
      ...this.details.extra,
      type: this.details.type === undefined ? 'about:blank' : `tandem:${this.details.type}`,
      title: titles[this.status] ?? (this.status < 500 ? 'Refused' : 'Failed'),
      status: this.status,
      detail: this.detail,
      ...(this.details.issues === undefined ? {} : { issues: this.details.issues }),
    };
  }
}

/** @param what such as `recipe "import-from-crm"` */
export const notFound = (what: Said): Problem => new Problem(404, said`There is no ${what}.`);

export const conflict = (detail: Said, details: ProblemDetails = {}): Problem => new Problem(409, detail, details);

/** The request is well formed, but what it asks for does not hold together. */
export const unprocessable = (detail: Said, issues: Issue[]): Problem => new Problem(422, detail, { issues });
