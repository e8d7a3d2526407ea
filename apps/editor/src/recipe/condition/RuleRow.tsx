import { ActionIcon, Button, Select } from '@mantine/core';
import ChevronIcon from 'lucide-react/icons/chevron-down';
import TrashIcon from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { fieldOfPath } from '../model/pills-in-scope.js';
import type { FieldType } from '../model/schema-field.js';
import { PillPicker } from '../value/PillPicker.js';
import { usePillName } from '../value/use-source-name.js';
import { comparisonsFor, withComparison, withPath } from './comparisons.js';
import classes from './condition.module.css';
import { isNumeric, isUnary, type Comparison, type Rule } from './condition.js';
import { RuleValue } from './RuleValue.js';

interface RuleRowProps {
  rule: Rule;
  onChange: (rule: Rule | undefined) => void;
}

/** One line: which value, compared how, with what. */
export function RuleRow({ rule, onChange }: RuleRowProps) {
  const { t } = useTranslation();
  const { sources, isReadOnly } = useEdit();
  const type = fieldOfPath(rule.path, sources)?.type ?? 'any';
  const offered = comparisonsFor(type);
  const shown = offered.includes(rule.comparison) ? offered : [rule.comparison, ...offered];
  return (
    <div className={classes.rule}>
      <div className={classes.first}>
        <PillButton
          path={rule.path}
          isReadOnly={isReadOnly}
          onChoose={(path, chosen) => {
            onChange(withPath(rule, path, chosen));
          }}
        />
        {!isReadOnly && (
          <ActionIcon
            size="md"
            aria-label={t('recipe.condition.remove')}
            onClick={() => {
              onChange(undefined);
            }}
          >
            <TrashIcon size={15} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <div className={classes.second}>
        <Select
          size="xs"
          readOnly={isReadOnly}
          allowDeselect={false}
          aria-label={t('recipe.condition.comparison')}
          data={shown.map((comparison) => ({ value: comparison, label: t(`recipe.comparisons.${comparison}`) }))}
          value={rule.comparison}
          onChange={(next) => {
            const comparison = shown.find((candidate): candidate is Comparison => candidate === next);
            if (comparison) onChange(withComparison(rule, comparison, type));
          }}
        />
        {!isUnary(rule.comparison) && (
          <RuleValue
            value={rule.value}
            isNumber={isNumeric(rule.comparison) || type === 'number'}
            isReadOnly={isReadOnly}
            onChange={(value) => {
              onChange({ ...rule, value });
            }}
          />
        )}
      </div>
    </div>
  );
}

function PillButton({
  path,
  isReadOnly,
  onChoose,
}: {
  path: string;
  isReadOnly: boolean;
  onChoose: (path: string, type: FieldType) => void;
}) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const name = usePillName()(path);
  return (
    <PillPicker
      isOpen={isOpen}
      onClose={() => {
        setOpen(false);
      }}
      onChoose={(chosen, type) => {
        setOpen(false);
        onChoose(chosen, type);
      }}
    >
      <Button
        variant="default"
        size="xs"
        justify="space-between"
        fullWidth
        disabled={isReadOnly}
        title={path}
        rightSection={<ChevronIcon size={13} aria-hidden />}
        aria-label={path === '' ? t('recipe.condition.choose') : t('recipe.condition.chosen', { name })}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {path === '' ? t('recipe.condition.choose') : name}
      </Button>
    </PillPicker>
  );
}
