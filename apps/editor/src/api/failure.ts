import i18next from 'i18next';
import { sayAgainIn } from '../texts/said.js';
import type { Issue, Problem } from './generated/types.gen.js';

/**
 * Why a request came to nothing.
 * `unreachable`: nobody answered, or something that is not Tandem did; it may come back.
 * `refused`: Tandem answered and says why.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly kind: 'unreachable' | 'refused',
    message: string,
    readonly status?: number,
    readonly issues: readonly Issue[] = [],
    readonly type = 'about:blank',
  ) {
    super(message);
  }
}

/** What the client throws, as a Failure in the language of the page. `response` is missing when nobody answered. */
export function toFailure(thrown: unknown, response: { status: number } | undefined): Failure {
  if (thrown instanceof Failure) return thrown;
  if (response === undefined) return new Failure('unreachable', messageOf(thrown));
  if (isProblem(thrown)) {
    const said = sayAgainIn(i18next.language);
    const issues = (thrown.issues ?? []).map((issue) => ({ ...issue, message: said(issue.message) }));
    return new Failure('refused', said(thrown.detail ?? thrown.title), response.status, issues, thrown.type);
  }
  return new Failure(response.status >= 500 ? 'unreachable' : 'refused', messageOf(thrown), response.status);
}

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : '');

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'title' in body && 'status' in body;

export const isUnreachable = (error: unknown): boolean => error instanceof Failure && error.kind === 'unreachable';
