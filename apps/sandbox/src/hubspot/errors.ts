/** One entry of `errors[]` in an error answer. */
export interface ErrorDetail {
  message: string;
  code?: string;
  in?: string;
  subCategory?: string;
  context?: Record<string, string[]>;
}

export interface ErrorFacts {
  category?: string;
  subCategory?: string;
  errors?: ErrorDetail[];
  context?: Record<string, string[]>;
  links?: Record<string, string>;
  /** Keys of which only a few answers know, such as `policyName`. */
  extra?: Record<string, string>;
}

/** An answer other than success. The body's shape and key order follow what HubSpot sends. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    message: string,
    readonly facts: ErrorFacts = {},
  ) {
    super(message);
  }

  /** Under the name by which Fastify knows it. */
  get statusCode(): number {
    return this.status;
  }

  body(correlationId: string): Record<string, unknown> {
    const { category, subCategory, errors, context, links, extra } = this.facts;
    return {
      status: 'error',
      message: this.message,
      correlationId,
      ...(errors && { errors }),
      ...(context && { context }),
      ...(links && { links }),
      ...(category !== undefined && { category }),
      ...(subCategory !== undefined && { subCategory }),
      ...extra,
    };
  }
}

export const validationError = (message: string, facts: Omit<ErrorFacts, 'category'> = {}): ApiError =>
  new ApiError(400, message, { ...facts, category: 'VALIDATION_ERROR' });

export const invalidJson = (problem: string): ApiError =>
  new ApiError(400, `Invalid input JSON on line 1, column 1: ${problem}`);

/** HubSpot leaves the category out here: a client must decide on the status. */
export const recordNotFound = (): ApiError => new ApiError(404, 'resource not found');

export const idNotNumeric = (id: string): ApiError =>
  new ApiError(404, 'Object not found.  objectId are usually numeric.', {
    context: { id: [id] },
    category: 'OBJECT_NOT_FOUND',
  });

export const objectNotFound = (message: string): ApiError =>
  new ApiError(404, message, { category: 'OBJECT_NOT_FOUND' });

export const unauthenticated = (): ApiError =>
  new ApiError(
    401,
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    { category: 'INVALID_AUTHENTICATION' },
  );

export const tokenExpired = (minutes: number): ApiError =>
  new ApiError(401, `The OAuth token used to make this call expired ${minutes} minute(s) ago.`, {
    category: 'EXPIRED_AUTHENTICATION',
  });

const SCOPES_PAGE = 'https://developers.hubspot.com/scopes';

export const missingScopes = (anyOf: string[]): ApiError =>
  new ApiError(
    403,
    `This app hasn't been granted all required scopes to make this call. Read more about required scopes here: ${SCOPES_PAGE}.`,
    {
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: anyOf },
        },
      ],
      links: { scopes: SCOPES_PAGE },
      category: 'MISSING_SCOPES',
    },
  );

export type LimitPolicy = 'TEN_SECONDLY_ROLLING' | 'DAILY' | 'SECONDLY';

export const rateLimited = (policy: LimitPolicy, requestId: string): ApiError =>
  new ApiError(429, `You have reached your ${policy.toLowerCase()} limit.`, {
    extra: { errorType: 'RATE_LIMIT', policyName: policy, requestId },
  });
