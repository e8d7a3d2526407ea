import { capital } from '../../texts/key-names.js';
import { useKeyNames } from '../../texts/use-key-names.js';
import { plainField, type Field } from '../model/schema-field.js';
import { withInput } from '../model/with-input.js';
import type { PartsProps } from './value-field-props.js';
import { isGroup } from './value-mode.js';
import classes from './value.module.css';

/** A group of known members, each with its field; what else stands in it has one, too. */
export function MembersInput({ label, field, pointer, value, onChange, isRequired = false, ...rest }: PartsProps) {
  const { connector, Part } = rest;
  const say = useKeyNames();
  const group = isGroup(value) ? value : {};
  const strangers = Object.keys(group).filter((key) => !field.members.has(key));
  const unknown = strangers.map((key) => [key, { ...plainField('any'), required: false }] as const);
  return (
    <div role="group" aria-label={label} className={classes.members}>
      {[...field.members, ...unknown].map(([key, member]: readonly [string, Field & { required: boolean }]) => (
        <Part
          key={key}
          label={field.members.has(key) ? capital(say.key(key)) : key}
          isRequired={member.required && value !== undefined}
          field={member}
          pointer={`${pointer}/${key}`}
          value={group[key]}
          connector={connector}
          inputs={group}
          onChange={(next, part = '') => {
            const all = withInput(group, key, next);
            onChange(Object.keys(all).length === 0 && !isRequired ? undefined : all, `/${key}${part}`);
          }}
        />
      ))}
    </div>
  );
}
