import { Button, Group as Row, SegmentedControl, Text } from '@mantine/core';
import type { Json } from '@tandem/recipes';
import PlusIcon from 'lucide-react/icons/plus';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit, useIssueAt } from '../edit/edit-context.js';
import { FormulaInput } from '../value/FormulaInput.js';
import { LinesOrJson } from '../value/LinesOrJson.js';
import { LiveResult } from '../value/LiveResult.js';
import classes from './condition.module.css';
import { readAsGroup, writeGroup, type Condition, type Group, type Rule } from './condition.js';
import { RuleRow } from './RuleRow.js';

interface ConditionBuilderProps {
  label: string;
  value: Json;
  onChange: (value: Json) => void;
  pointer: string;
  /** Where there is no condition yet, the first line is there to be filled in. */
  isAsked?: boolean;
}

const NEW_RULE: Rule = { kind: 'rule', path: '', comparison: 'equals', value: '' };

/** A condition as lines that people read, and as the JSON that it is. */
export function ConditionBuilder({ label, value, onChange, pointer, isAsked = false }: ConditionBuilderProps) {
  const { isReadOnly } = useEdit();
  const issue = useIssueAt(pointer);
  const [isJson, setJson] = useState(false);
  // An unfinished line is not JsonLogic yet, so what is being built is kept beside the value that it last gave.
  const [built, setBuilt] = useState<{ group: Group; gives: Json }>(() => ({
    group:
      isAsked && !isReadOnly && value === true ? { kind: 'group', join: 'all', items: [NEW_RULE] } : readAsGroup(value),
    gives: value,
  }));
  const group = JSON.stringify(built.gives) === JSON.stringify(value) ? built.group : readAsGroup(value);
  const build = (next: Group): void => {
    const gives = writeGroup(finished(next));
    setBuilt({ group: next, gives });
    onChange(gives);
  };
  return (
    <div className={classes.builder} role="group" aria-label={label} data-pointer={pointer}>
      <LinesOrJson label={label} isJson={isJson} onChange={setJson} />
      {isJson ? (
        <FormulaInput label={label} value={value} onChange={onChange} isReadOnly={isReadOnly} error={issue?.message} />
      ) : (
        <GroupLines group={group} onChange={build} level={0} />
      )}
      {issue && !isJson && (
        <Text size="xs" c={issue.severity === 'error' ? 'error' : 'dimmed'} mt={4}>
          {issue.message}
        </Text>
      )}
      <LiveResult value={value} />
    </div>
  );
}

/** Without the lines whose pill is not chosen yet. */
function finished(group: Group): Group {
  const items = group.items.flatMap((item): Condition[] => {
    if (item.kind === 'group') return [finished(item)];
    return item.kind === 'rule' && item.path === '' ? [] : [item];
  });
  return { ...group, items };
}

const DEEPEST = 2;

function GroupLines({ group, onChange, level }: { group: Group; onChange: (group: Group) => void; level: number }) {
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  const put = (index: number, item: Condition | undefined): void => {
    onChange({ ...group, items: group.items.toSpliced(index, 1, ...(item ? [item] : [])) });
  };
  return (
    <div className={level > 0 ? classes.nested : undefined}>
      {group.items.length > 1 && (
        <SegmentedControl
          size="xs"
          mb={6}
          readOnly={isReadOnly}
          aria-label={t('recipe.condition.join')}
          value={group.join}
          data={(['all', 'any'] as const).map((join) => ({ value: join, label: t(`recipe.condition.${join}`) }))}
          onChange={(join) => {
            onChange({ ...group, join: join === 'any' ? 'any' : 'all' });
          }}
        />
      )}
      {group.items.length === 0 && level === 0 && (
        <Text size="sm" c="dimmed" mb={6}>
          {t('recipe.condition.none')}
        </Text>
      )}
      {group.items.map((item, index) => (
        <Line
          key={index}
          item={item}
          level={level}
          onChange={(next) => {
            put(index, next);
          }}
        />
      ))}
      {!isReadOnly && (
        <Row gap={6} mt={4}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<PlusIcon size={13} aria-hidden />}
            onClick={() => {
              onChange({ ...group, items: [...group.items, NEW_RULE] });
            }}
          >
            {t('recipe.condition.add')}
          </Button>
          {level < DEEPEST && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => {
                onChange({
                  ...group,
                  items: [
                    ...group.items,
                    { kind: 'group', join: group.join === 'all' ? 'any' : 'all', items: [NEW_RULE] },
                  ],
                });
              }}
            >
              {t('recipe.condition.addGroup')}
            </Button>
          )}
        </Row>
      )}
    </div>
  );
}

function Line({
  item,
  onChange,
  level,
}: {
  item: Condition;
  onChange: (item: Condition | undefined) => void;
  level: number;
}) {
  switch (item.kind) {
    case 'group':
      return <GroupLines group={item} level={level + 1} onChange={(group) => { onChange(group.items.length > 0 ? group : undefined); }} />; // prettier-ignore
    case 'rule':
      return <RuleRow rule={item} onChange={onChange} />;
    case 'other':
      return <OtherLine logic={item.logic} onChange={onChange} />;
  }
}

/** What the builder has no line for stays what it is: a formula. */
function OtherLine({ logic, onChange }: { logic: Json; onChange: (item: Condition) => void }) {
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  return (
    <div className={classes.rule}>
      <FormulaInput
        label={t('recipe.condition.formula')}
        value={logic}
        isReadOnly={isReadOnly}
        onChange={(next) => {
          onChange({ kind: 'other', logic: next });
        }}
      />
    </div>
  );
}
