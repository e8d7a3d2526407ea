/** First and last day, as YYYY-MM-DD by the clock of whoever looks; open where one is left out. */
export interface Period {
  from?: string;
  to?: string;
}

/** The days in an address; what is none is left out. */
export function readPeriod(search: Record<string, unknown>): Period {
  const period: Period = {};
  for (const key of ['from', 'to'] as const) {
    const value = search[key];
    if (typeof value === 'string' && isDay(value)) period[key] = value;
  }
  return period;
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00`));

/** As the API takes it: instants instead of days, `to` being the start of the day after. */
export const toInstants = ({ from, to }: { [Day in keyof Period]: Period[Day] | undefined }): Period => ({
  ...(from === undefined ? {} : { from: startOf(from, 0) }),
  ...(to === undefined ? {} : { to: startOf(to, 1) }),
});

function startOf(day: string, daysLater: number): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + daysLater);
  return date.toISOString();
}
