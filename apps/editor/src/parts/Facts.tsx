import { Fragment, type ReactNode } from 'react';
import classes from './Facts.module.css';

/** A short list of names and values; undefined values are left out. */
export function Facts({ of }: { of: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <div className={classes.frame}>
      <dl className={classes.facts}>
        {of
          .filter(([, value]) => value !== undefined && value !== null)
          .map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
    </div>
  );
}
