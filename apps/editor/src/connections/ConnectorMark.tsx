import classes from './ConnectorMark.module.css';

const LETTERS: Readonly<Record<string, string>> = { hubspot: 'Hs', pandadoc: 'Pd' };

/** A remote system at a glance. Decorative: its name always stands beside it. */
export function ConnectorMark({ connector, small = false }: { connector: string; small?: boolean }) {
  const own = connector === 'hubspot' || connector === 'pandadoc' ? classes[connector] : '';
  return (
    <span aria-hidden className={`${classes.mark} ${own} ${small ? classes.small : ''}`}>
      {LETTERS[connector] ?? connector.slice(0, 2)}
    </span>
  );
}
