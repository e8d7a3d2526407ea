import type { BackfillSelection } from '../api/generated/types.gen.js';

/** What a person fills in. Days are YYYY-MM-DD by the clock of whoever chooses; empty: no bound. */
export interface Choice {
  recipes: string[];
  templates: string[];
  statuses: string[];
  from: string;
  to: string;
}

export const nothingChosen: Choice = {
  recipes: [],
  templates: [],
  statuses: ['document.completed'],
  from: '',
  to: '',
};

export type Lacking = 'recipes' | 'statuses' | 'period';

/** What still has to be chosen, or does not make sense. */
export function lackingIn({ recipes, statuses, from, to }: Choice): Lacking[] {
  return [
    ...(recipes.length === 0 ? (['recipes'] as const) : []),
    ...(statuses.length === 0 ? (['statuses'] as const) : []),
    ...(from !== '' && to !== '' && to < from ? (['period'] as const) : []),
  ];
}

/** As the API takes it: instants instead of days, the end being the start of the day after. */
export const toSelection = ({ templates, statuses, from, to }: Choice): BackfillSelection => ({
  template_ids: templates,
  statuses,
  changed_from: from === '' ? null : startOf(from, 0),
  changed_to: to === '' ? null : startOf(to, 1),
});

function startOf(day: string, daysLater: number): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + daysLater);
  return date.toISOString();
}

/** The last moment of a period whose end is not part of it, so that its day is shown. */
export const lastMomentBefore = (instant: string): Date => new Date(Date.parse(instant) - 1);
