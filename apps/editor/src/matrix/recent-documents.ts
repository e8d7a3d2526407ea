import type { EventSummary } from '../api/generated/types.gen.js';

/** Documents that something happened to, the latest first, each once. @param templateIds null: made from any template */
export function recentDocuments(
  events: readonly EventSummary[],
  templateIds: readonly string[] | null,
): { value: string; label: string }[] {
  const documents = new Map<string, string>();
  for (const { subject, template_id: template } of events) {
    if (subject.type !== 'document' || documents.has(subject.id)) continue;
    if (template === null || (templateIds !== null && !templateIds.includes(template))) continue;
    documents.set(subject.id, subject.label ?? subject.id);
  }
  return [...documents].map(([value, label]) => ({ value, label }));
}
