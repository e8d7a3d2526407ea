import type { Json } from '@tandem/recipes';
import { z } from 'zod';
import type { Problem } from '../sdk/connector-error.js';
import { verbatim } from '../sdk/said.js';
import { storable } from './storable.js';

const Body = z.looseObject({
  type: z.string().optional(),
  detail: z.json().optional(),
  details: z.json().optional(),
  code: z.string().optional(),
  status: z.string().optional(),
  info_message: z.string().optional(),
  expires_at: z.string().optional(),
});

/** What a refusing answer says, in whichever of PandaDoc's error shapes. */
export interface Refusal {
  /** In the remote's words; null where it gives no reason. */
  reason: string | null;
  problems: Problem[];
  /** The document's status, which 409 answers carry. */
  documentStatus: string | null;
  expiresAt: string | null;
}

const LONGEST_REASON = 500;
const MOST_PROBLEMS = 50;

export function readRefusal(text: string): Refusal {
  const body = parseBody(text);
  const detail = body?.detail ?? body?.details;
  const problems = detail === undefined || typeof detail === 'string' ? [] : problemsIn(detail, []);
  const spoken = typeof detail === 'string' ? detail : problems[0] ? sentence(problems[0]) : body?.info_message;
  return {
    reason: (spoken ?? body?.code)?.slice(0, LONGEST_REASON) ?? null,
    problems: problems.slice(0, MOST_PROBLEMS),
    documentStatus: body?.status ?? null,
    expiresAt: body?.expires_at ?? null,
  };
}

function parseBody(text: string): z.output<typeof Body> | undefined {
  try {
    // JSON.parse gives JSON by definition; the schema checks what is used of it.
    return Body.safeParse(storable(JSON.parse(text) as Json)).data;
  } catch {
    return undefined;
  }
}

/** A tree of field → messages, flattened: `recipients.0.email: Enter a valid email address.` */
function problemsIn(detail: Json, path: string[]): Problem[] {
  if (detail === null) return [];
  if (typeof detail !== 'object')
    return [{ subject: path.join('.'), message: verbatim(String(detail).slice(0, LONGEST_REASON)) }];
  if (Array.isArray(detail)) {
    return detail.flatMap((inner, index) =>
      problemsIn(inner, typeof inner === 'object' ? [...path, String(index)] : path),
    );
  }
  return Object.entries(detail).flatMap(([key, inner]) =>
    problemsIn(inner, key === 'non_field_errors' ? path : [...path, key]),
  );
}

const sentence = ({ subject, message }: Problem): string => (subject === '' ? message : `${subject}: ${message}`);
