import { z } from 'zod';
import type { Problem } from '../sdk/connector-error.js';
import { type Said, number, said, verbatim } from '../sdk/said.js';

/** HubSpot promises none of these fields. Whatever does not fit is taken as absent. */
const text = z.string().optional().catch(undefined);
const Context = z.record(
  z.string(),
  z.union([z.array(z.coerce.string()), z.coerce.string().transform((one) => [one])]),
);
const Detail = z.object({ message: text, code: text, in: text, context: Context.optional().catch(undefined) });

export const ErrorBody = z.object({
  message: text,
  category: text,
  subCategory: text,
  errorType: text,
  policyName: text,
  correlationId: text,
  context: Context.optional().catch(undefined),
  errors: z.array(Detail).optional().catch(undefined),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** Reads any body, also none and HTML. */
export function parseErrorBody(raw: string): ErrorBody {
  try {
    return ErrorBody.parse(JSON.parse(raw));
  } catch {
    return {};
  }
}

const Invalid = z.array(z.object({ name: z.string(), message: z.string() }));

/** "Property values were not valid: [{…}]": the list inside the message, when it is one. */
function problemsInMessage(message: string): Problem[] {
  const start = message.indexOf('[');
  if (start < 0) return [];
  try {
    const list = Invalid.parse(JSON.parse(message.slice(start)));
    return list.map((one) => ({ subject: one.name, message: shortReason(one.message) }));
  } catch {
    return [];
  }
}

/** What was wrong, one entry per property where HubSpot names them. */
export function problemsOf(body: ErrorBody): Problem[] {
  const named = (body.errors ?? []).flatMap((detail) => {
    const names = detail.context?.propertyName ?? [];
    return names.map((subject) => ({
      subject,
      message: shortReason(detail.message ?? detail.code ?? said`not valid`),
    }));
  });
  return named.length > 0 ? named : problemsInMessage(body.message ?? '');
}

const SHOWN_OPTIONS = 8;

/** HubSpot spells out every option of a list with all its settings; people need the labels, and not two hundred. */
export function shortReason(message: string): Said {
  const options = [...message.matchAll(/label:\s*"([^"]*)"/g)].map((match) => match[1] ?? '');
  const start = message.indexOf('[label:');
  if (options.length === 0 || start < 0) return verbatim(message.length > 300 ? `${message.slice(0, 299)}…` : message);
  const shown = options.slice(0, SHOWN_OPTIONS).join(', ');
  const told = `${message.slice(0, Math.min(start, 200))}${shown}`;
  return options.length > SHOWN_OPTIONS
    ? said`${told} and ${number(options.length - SHOWN_OPTIONS)} more`
    : verbatim(told);
}
