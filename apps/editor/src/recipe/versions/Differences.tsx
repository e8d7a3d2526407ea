import { Badge, Stack, Text } from '@mantine/core';
import { diffRecipes, type EntryChange, type Json, type Recipe, type ValueChange } from '@tandem/recipes';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescribeStep } from '../edit/use-describe.js';
import { entryOf } from '../model/outline.js';
import type { Connectors } from '../model/connectors.js';
import { useChangeWords } from './use-change-words.js';
import classes from './versions.module.css';

interface DifferencesProps {
  before: Recipe;
  after: Recipe;
  connectors: Connectors;
}

const TONES = { added: 'pine', removed: 'brick', moved: 'sea', changed: 'ochre' } as const;

/** What changed from one version to another: step by step, value by value. */
export function Differences({ before, after, connectors }: DifferencesProps) {
  const { t } = useTranslation();
  const describe = useDescribeStep(connectors, after.key);
  const diff = useMemo(() => diffRecipes(before, after), [before, after]);
  const nameOf = (id: string): string => {
    const entry = entryOf(after, id) ?? entryOf(before, id);
    return entry ? `${entry.number} ${describe(entry.step).title}` : id;
  };
  if (diff.recipe.length + diff.settings.length + diff.steps.length === 0) {
    return <Text c="dimmed">{t('recipe.compare.same')}</Text>;
  }
  return (
    <Stack gap="sm">
      {diff.recipe.length > 0 && (
        <div className={classes.thing}>
          <Text fw={600}>{t('recipe.compare.recipe')}</Text>
          <Values changes={diff.recipe} />
        </div>
      )}
      {diff.settings.map((change) => (
        <Entry key={`setting ${change.id}`} change={change} name={t('recipe.compare.setting', { name: change.id })} />
      ))}
      {diff.steps.map((change) => (
        <Entry key={change.id} change={change} name={nameOf(change.id)} />
      ))}
    </Stack>
  );
}

function Entry({ change, name }: { change: EntryChange; name: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.thing} data-change={change.change}>
      <div className={classes.name}>
        <Text fw={600} className="wrap">
          {name}
        </Text>
        <Badge color={TONES[change.change]}>{t(`recipe.compare.${change.change}`)}</Badge>
      </div>
      {change.change === 'changed' && <Values changes={change.changes} />}
    </div>
  );
}

function Values({ changes }: { changes: readonly ValueChange[] }) {
  const words = useChangeWords();
  return (
    <div className={classes.values}>
      {changes.map(({ pointer, before, after }) => {
        const said = words.values(before, after);
        return (
          <div key={pointer}>
            <Text size="xs" c="dimmed">
              {words.name(pointer)}
            </Text>
            {before !== undefined && <del className={classes.before}>{said?.before ?? <Raw value={before} />}</del>}
            {after !== undefined && <ins className={classes.after}>{said?.after ?? <Raw value={after} />}</ins>}
          </div>
        );
      })}
    </div>
  );
}

const Raw = ({ value }: { value: Json }) => <code className="mono">{JSON.stringify(value, null, 2)}</code>;
