/** The way from nothing to a deal that follows its document. */
export const START_STEPS = ['connect', 'templates', 'switchOn', 'play', 'watch'] as const;
export type StartStep = (typeof START_STEPS)[number];

/** What is known of the installation. */
export interface Progress {
  /** Connectors that there are, and those that have an account, be it a paused one. */
  connectors: number;
  connected: number;
  templates: number;
  switchedOn: number;
  runs: number;
  changes: number;
}

export const isDone: Record<StartStep, (progress: Progress) => boolean> = {
  connect: ({ connectors, connected }) => connectors > 0 && connected >= connectors,
  // Whoever switched one on for a template has seen some, though they may be out of reach just now.
  templates: ({ templates, switchedOn }) => templates > 0 || switchedOn > 0,
  switchOn: ({ switchedOn }) => switchedOn > 0,
  play: ({ runs }) => runs > 0,
  watch: ({ changes }) => changes > 0,
};

/** The first step that is not done, though later ones may be; undefined when all are. */
export const currentStep = (progress: Progress): StartStep | undefined =>
  START_STEPS.find((step) => !isDone[step](progress));
