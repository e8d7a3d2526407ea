import { Badge, Text } from '@mantine/core';
import ArrowIcon from 'lucide-react/icons/arrow-right';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectorMark } from '../connections/ConnectorMark.js';
import { groupChanges, membersOf, type ChangedThing, type ShownChange } from './change.js';
import { ChangedValue } from './ChangedValue.js';
import classes from './ChangeList.module.css';
import { typeKey } from './type-name.js';
import { usualKind } from './property-names.js';
import { useNames, type Names } from './use-names.js';
import { capital } from '../texts/key-names.js';
import { useKeyNames } from '../texts/use-key-names.js';
import { useSaid } from '../texts/use-said.js';

const TONES = { create: 'pine', update: 'gray', delete: 'brick' } as const;

/** What changed, or would change: thing by thing, before → after. */
export function ChangeList({ changes }: { changes: readonly ShownChange[] }) {
  const names = useNames();
  return (
    <div className={classes.things}>
      {groupChanges(changes).map((thing) => (
        <Thing key={thing.key} thing={thing} names={names} />
      ))}
    </div>
  );
}

function Thing({ thing: { target, whole, properties }, names }: { thing: ChangedThing; names: Names }) {
  const { t } = useTranslation();
  const said = useSaid();
  const say = useKeyNames();
  const kind = typeKey(target.type);
  const { operation, status } = whole ?? properties[0] ?? { operation: 'update' as const };
  return (
    <div className={classes.thing}>
      <div className={classes.head}>
        <ConnectorMark connector={target.connector} small />
        <Text fw={600} className="wrap">
          {typeof target.label === 'string' ? said(target.label) : (target.id ?? t('changes.newOne'))}
        </Text>
        <Text c="dimmed" size="sm">
          {kind ? t(kind) : capital(say.key(target.type))}
        </Text>
        {operation !== 'update' && (
          <Badge flex="none" color={TONES[operation]}>
            {t(`changes.operations.${operation}`)}
          </Badge>
        )}
        {status !== undefined && status !== 'applied' && (
          <Badge flex="none" color="ochre">
            {t(`changes.status.${status}`)}
          </Badge>
        )}
      </div>
      {(properties.length > 0 || whole) && (
        <div className={classes.rows}>
          {whole && <Members of={whole} />}
          {properties.map((change) => (
            <PropertyRow key={change.property} change={change} names={names} />
          ))}
        </div>
      )}
    </div>
  );
}

function PropertyRow({ change, names }: { change: ShownChange; names: Names }) {
  const { target, before, after } = change;
  const property = change.property ?? '';
  const { label, kind } = names.property(target.connector, target.type, property);
  const called = (value: unknown): string | undefined => names.value(target, property, value);
  return (
    <>
      <span className={classes.name} title={property}>
        {label}
      </span>
      <ChangedValue value={before} kind={kind} currency={target.currency} side="before" label={called(before)} />
      <ArrowIcon size={14} aria-hidden className={classes.arrow} />
      <ChangedValue value={after} kind={kind} currency={target.currency} side="after" label={called(after)} />
    </>
  );
}

/** What a whole thing was created or deleted with. */
function Members({ of: { target, operation, before, after } }: { of: ShownChange }) {
  const say = useKeyNames();
  const side = operation === 'delete' ? 'before' : 'after';
  return membersOf(operation === 'delete' ? before : after).map(([name, value]) => (
    <Fragment key={name}>
      <span className={classes.name}>{capital(say.key(name))}</span>
      <span className={classes.whole}>
        <ChangedValue
          value={value}
          kind={usualKind(target.type, name) ?? 'text'}
          currency={target.currency}
          side={side}
        />
      </span>
    </Fragment>
  ));
}
