import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import CheckIcon from 'lucide-react/icons/check';
import CopyIcon from 'lucide-react/icons/copy';
import { useTranslation } from 'react-i18next';
import classes from './JsonView.module.css';

interface JsonViewProps {
  value: unknown;
  /** What the value is, for screen readers. */
  label: string;
}

/** Levels that are open at first. */
const OPEN_LEVELS = 2;
/** A long list is not written out at once. */
const OPEN_MEMBERS = 30;

/** Any JSON as a tree that opens and closes. */
export function JsonView({ value, label }: JsonViewProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.frame}>
      <div className={classes.json} translate="no" role="group" aria-label={label} tabIndex={0}>
        <Value name={undefined} value={value} level={0} />
      </div>
      <CopyButton value={JSON.stringify(value, null, 2)}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? 'common.copied' : 'common.copy')}>
            <ActionIcon className={classes.copy} size="sm" onClick={copy} aria-label={t('common.copy')}>
              {copied ? <CheckIcon size={14} aria-hidden /> : <CopyIcon size={14} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}

interface ValueProps {
  name: string | undefined;
  value: unknown;
  level: number;
}

function Value({ name, value, level }: ValueProps) {
  if (typeof value !== 'object' || value === null) return <Leaf name={name} value={value} />;
  const members: [string, unknown][] = Object.entries(value);
  const [begin, end] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return <Leaf name={name} value={value} />;
  return (
    <details className={classes.branch} open={level < OPEN_LEVELS && members.length <= OPEN_MEMBERS}>
      <summary>
        <Key name={name} />
        {begin}
        <span className={classes.count}> {members.length} </span>
        {end}
      </summary>
      <div className={classes.members}>
        {members.map(([key, member]) => (
          <Value key={key} name={key} value={member} level={level + 1} />
        ))}
      </div>
    </details>
  );
}

function Leaf({ name, value }: { name: string | undefined; value: unknown }) {
  return (
    <div className={classes.leaf}>
      <Key name={name} />
      <span className={typeof value === 'string' ? classes.text : classes.other}>{JSON.stringify(value)}</span>
    </div>
  );
}

const Key = ({ name }: { name: string | undefined }) =>
  name !== undefined && <span className={classes.key}>{name}: </span>;
