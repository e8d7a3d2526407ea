/** Why a run is recorded and not executed. */
export type SkipReason = 'not_linked' | 'superseded' | 'switched_off';

export interface Candidate {
  offer: 'template' | 'everywhere';
  enabled: boolean;
  dealId: string | null;
  /** A later event of the same document was already handled by the same recipe. */
  laterHandled: boolean;
  /** A person asked for this run: it is about the document as it is now, so nothing can be later. */
  byHand: boolean;
}

/** Undefined when the run goes ahead. */
export function skipReasonOf(candidate: Candidate): SkipReason | undefined {
  if (!candidate.enabled) return 'switched_off';
  if (candidate.offer === 'template' && candidate.dealId === null) return 'not_linked';
  if (candidate.laterHandled && !candidate.byHand) return 'superseded';
  return undefined;
}

/** For people. */
export const SKIP_SENTENCES: Record<SkipReason, string> = {
  not_linked: 'The document is not linked to a HubSpot deal.',
  superseded: 'A later change of the same document was already handled.',
  switched_off: 'The automation is switched off for this document’s template.',
};
