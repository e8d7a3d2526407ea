import { currentStep, type Progress } from './start-steps.js';

/** How far this browser was led: into the guide, or out of it by whoever had seen enough. */
export type GuidePlace = 'begun' | 'ended';

/**
 * Whether the guide is shown rather than the overview. Whoever was led through it sees its end until they leave it;
 * whoever comes when all is set up does not see it. Before an account is connected there is nothing else to show.
 */
export function isGuided(progress: Progress, place: GuidePlace | undefined): boolean {
  if (progress.connected === 0) return true;
  return place !== 'ended' && (place === 'begun' || currentStep(progress) !== undefined);
}

const STORED = 'tandem.guide';

export function storedPlace(): GuidePlace | undefined {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === 'begun' || stored === 'ended' ? stored : undefined;
  } catch {
    return undefined;
  }
}

export function storePlace(place: GuidePlace): void {
  try {
    localStorage.setItem(STORED, place);
  } catch {
    // A browser that keeps nothing shows the overview after a reload.
  }
}
