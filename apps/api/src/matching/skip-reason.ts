import { type Said, said } from '@tandem/recipes';

/** Why a run is recorded and not executed; `superseded` is found where the run is written down (match-event.ts). */
export type SkipReason = 'not_linked' | 'superseded' | 'switched_off';

export interface Candidate {
  offer: 'template' | 'everywhere';
  enabled: boolean;
  dealId: string | null;
}

/** Undefined when the run goes ahead. */
export function skipReasonOf(candidate: Candidate): Exclude<SkipReason, 'superseded'> | undefined {
  if (!candidate.enabled) return 'switched_off';
  if (candidate.offer === 'template' && candidate.dealId === null) return 'not_linked';
  return undefined;
}

/** For people. */
export const SKIP_SENTENCES: Record<SkipReason, Said> = {
  not_linked: said`The document is not linked to a HubSpot deal.`,
  superseded: said`A later change of the same document was already handled.`,
  switched_off: said`The automation is switched off for this document’s template.`,
};
