import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunOutcomes } from '../api/generated/types.gen.js';
import { useFormat } from '../format/use-format.js';
import classes from './OutcomeChart.module.css';
import { OUTCOMES, partsOf, sumsOf, totalOf } from './outcomes.js';

const COLUMN = 10;
const HEIGHT = 100;

/** Runs over time, a column per bucket, stacked by what came of them. The same numbers stand in a table for ears. */
export function OutcomeChart({ outcomes: { bucket, buckets } }: { outcomes: RunOutcomes }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = (start: string): string =>
    bucket === 'minute' ? format.time(start) : bucket === 'hour' ? format.instant(start) : format.day(start);
  const sums = sumsOf(buckets);
  const max = Math.max(1, ...buckets.map(totalOf));
  const shown = OUTCOMES.filter((outcome) => sums[outcome] > 0);
  const width = COLUMN * (buckets.length > 12 ? 0.8 : 0.56);
  const [first, last] = [buckets.at(0), buckets.at(-1)];
  return (
    <figure className={classes.figure}>
      <ul className={classes.legend} aria-hidden>
        {shown.map((outcome) => (
          <li key={outcome}>
            <i className={classes[outcome]} />
            {t(`runs.outcome.${outcome}`)}
            <b className="numbers">{format.number(sums[outcome])}</b>
          </li>
        ))}
      </ul>
      <div className={classes.plot} aria-hidden>
        <span className={`numbers ${classes.max}`}>{format.number(max)}</span>
        <svg viewBox={`0 0 ${buckets.length * COLUMN} ${HEIGHT}`} preserveAspectRatio="none">
          {buckets.map((each, place) => (
            <g key={each.start} className={classes.column}>
              <title>{describe(each)}</title>
              <rect x={place * COLUMN} width={COLUMN} height={HEIGHT} className={classes.ground} />
              {partsOf(each, max).map(({ outcome, from, to }) => (
                <rect
                  key={outcome}
                  className={classes[outcome]}
                  x={place * COLUMN + (COLUMN - width) / 2}
                  width={width}
                  y={HEIGHT * (1 - to)}
                  height={HEIGHT * (to - from)}
                />
              ))}
            </g>
          ))}
        </svg>
      </div>
      <div className={classes.axis} aria-hidden>
        <span>{first && nameOf(first.start)}</span>
        <span>{last && last !== first && nameOf(last.start)}</span>
      </div>
      <VisuallyHidden>
        <table>
          <caption>{t('runs.chart.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('runs.columns.when')}</th>
              {shown.map((outcome) => (
                <th scope="col" key={outcome}>
                  {t(`runs.outcome.${outcome}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {buckets
              .filter((each) => totalOf(each) > 0)
              .map((each) => (
                <tr key={each.start}>
                  <th scope="row">{nameOf(each.start)}</th>
                  {shown.map((outcome) => (
                    <td key={outcome}>{format.number(each[outcome])}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );

  function describe(each: RunOutcomes['buckets'][number]): string {
    const parts = shown
      .filter((outcome) => each[outcome] > 0)
      .map((outcome) => `${t(`runs.outcome.${outcome}`)}: ${format.number(each[outcome])}`);
    return [nameOf(each.start), ...parts].join('\n');
  }
}
