import { pillsOf, type Json, type JsonObject } from '@tandem/recipes';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { sampleAt } from './pill-rows.js';
import { brief, tryOut } from './read-formula.js';
import classes from './value.module.css';
import { useSaid } from '../../texts/use-said.js';

/** Whether there are values for everything that it refers to; without them a result would say nothing. */
function isKnown(value: Json, sample: JsonObject): boolean {
  const paths = pillsOf(value).flatMap(({ path, local }) => (local ? [] : [path.split('.')]));
  const starts = paths.map((parts) => parts.slice(0, parts[0] === 'steps' ? 2 : 1).join('.'));
  return starts.length > 0 && starts.every((start) => sampleAt(sample, start) !== undefined);
}

/** What a value comes to with the values of an earlier run, as it is typed. */
export function LiveResult({ value }: { value: Json | undefined }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { sample } = useEdit();
  const tried = useMemo(() => {
    if (value === undefined || sample === undefined || !isKnown(value, sample)) return undefined;
    return tryOut(value, sample);
  }, [value, sample]);
  if (!tried) return null;
  const shown = (result: Json): string => {
    if (result === null) return t('recipe.value.empty');
    return typeof result === 'boolean' ? t(result ? 'common.yes' : 'common.no') : brief(result);
  };
  return (
    <div className={classes.result} translate="no">
      {'result' in tried ? t('recipe.value.result', { value: shown(tried.result) }) : said(tried.problem)}
    </div>
  );
}
