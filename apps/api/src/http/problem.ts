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

const titles: Record<number, string> = {
  400: 'The request is not understood',
  403: 'Not allowed from there',
  404: 'Not found',
  405: 'Not possible here',
  409: 'In conflict with what is there now',
  413: 'Too large',
  415: 'Send JSON',
  421: 'Not the address of this server',
  422: 'Refused as it stands',
  429: 'Too many requests',
  500: 'Something went wrong in Tandem',
  502: 'The other system did not answer as it should',
  503: 'Not available just now',
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
    readonly detail: string,
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
export const notFound = (what: string): Problem => new Problem(404, `There is no ${what}.`);

export const conflict = (detail: string, details: ProblemDetails = {}): Problem => new Problem(409, detail, details);

/** The request is well formed, but what it asks for does not hold together. */
export const unprocessable = (detail: string, issues: Issue[]): Problem => new Problem(422, detail, { issues });
