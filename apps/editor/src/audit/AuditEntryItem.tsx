import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import ArrowIcon from 'lucide-react/icons/arrow-right';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { backfillsQuery } from '../backfill/queries.js';
import { ChangedValue } from '../changes/ChangedValue.js';
import { Ago } from '../format/Ago.js';
import { useFormat } from '../format/use-format.js';
import { useTemplates } from '../matrix/use-templates.js';
import { recipesQuery } from '../runs/queries.js';
import { useRecipeName } from '../runs/use-recipe-name.js';
import classes from './AuditPage.module.css';
import { subjectOf, tellingDifferences, type AuditEntry, type AuditSubject } from './deed.js';
import { useActionName } from './use-action-name.js';
import { useDifferenceWords } from './use-difference-words.js';

/** A newly made thing may have many values; the first of them tell which it is. */
const SHOWN = 12;

/** One thing that was changed: what, of what, and before → after. */
export function AuditEntryItem({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const actionName = useActionName();
  const words = useDifferenceWords();
  const changes = tellingDifferences(entry);
  return (
    <li className={classes.entry}>
      <div className={classes.what}>
        <Text fw={600}>{actionName(entry.action)}</Text>
        <SubjectOf subject={subjectOf(entry.subject)} said={entry.subject} />
      </div>
      <Text size="sm" c="dimmed" component="div">
        {format.instant(entry.at)} · <Ago instant={entry.at} />
      </Text>
      {changes.length > 0 && (
        <div className={`${classes.changes} ${entry.before === null ? classes.anew : ''}`}>
          {changes.slice(0, SHOWN).map(({ path, before, after }) => (
            <Fragment key={path.join('.')}>
              <span className={classes.name}>{path.length === 0 ? t('audit.version') : words.name(path)}</span>
              {entry.before !== null && (
                <>
                  <ChangedValue value={words.value(before, path)} kind="text" side="before" />
                  <ArrowIcon size={14} aria-hidden />
                </>
              )}
              <ChangedValue value={words.value(after, path)} kind="text" side="after" />
            </Fragment>
          ))}
          {changes.length > SHOWN && (
            <span className={classes.name}>{t('audit.more', { count: changes.length - SHOWN })}</span>
          )}
        </div>
      )}
    </li>
  );
}

/** Leads to the recipe, the row of the matrix, the connections or the backfills. */
function SubjectOf({
  subject: { recipe, template, connector, backfill },
  said,
}: {
  subject: AuditSubject;
  said: string;
}) {
  const { t } = useTranslation();
  const recipeName = useRecipeName();
  const recipes = useQuery(recipesQuery);
  const templates = useTemplates();
  if (connector !== undefined)
    return (
      <Anchor renderRoot={(props) => <Link to="/connections" {...props} />}>
        {connectorNames[connector] ?? connector}
      </Anchor>
    );
  if (backfill !== undefined) return <BackfillOf id={backfill} />;
  if (recipe === undefined) return <Text c="dimmed">{said}</Text>;
  const known = recipes.data?.items.find(({ key }) => key === recipe);
  const name = recipeName(known ?? { key: recipe, name: recipe });
  const templateName = templates.data?.find(({ id }) => id === template)?.name ?? template;
  return (
    <>
      {known ? (
        <Anchor renderRoot={(props) => <Link to="/recipes/$key" params={{ key: recipe }} {...props} />}>{name}</Anchor>
      ) : (
        <Text>{name}</Text>
      )}
      {templateName !== undefined && (
        <Text c="dimmed">
          {t('audit.forTemplate')}{' '}
          <Anchor renderRoot={(props) => <Link to="/templates" search={{ search: templateName }} {...props} />}>
            {templateName}
          </Anchor>
        </Text>
      )}
      {template === undefined && said.endsWith(', all templates') && <Text c="dimmed">{t('audit.allTemplates')}</Text>}
    </>
  );
}

/** By the automations that it does; the list keeps the newest. */
function BackfillOf({ id }: { id: string }) {
  const { t } = useTranslation();
  const words = useDifferenceWords();
  const backfills = useQuery(backfillsQuery);
  const recipes = backfills.data?.items.find((backfill) => backfill.id === id)?.recipes;
  return (
    <Anchor renderRoot={(props) => <Link to="/backfills" {...props} />}>
      {recipes === undefined ? t('audit.backfill.one') : String(words.value(recipes, ['recipes']))}
    </Anchor>
  );
}

const connectorNames: Readonly<Record<string, string>> = { hubspot: 'HubSpot', pandadoc: 'PandaDoc' };
