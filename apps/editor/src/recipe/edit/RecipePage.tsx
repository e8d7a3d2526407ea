import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../parts/FailureNotice.js';
import { useSaid } from '../../texts/use-said.js';
import { inLanguage } from '../model/in-language.js';
import { sampleRunQuery } from '../test/queries.js';
import { Editor } from './Editor.js';
import { allConnectorsQuery, callableQuery, recipeQuery, versionQuery, type LoadedRecipe } from './queries.js';

const LOOK_EVERY_MS = 10_000;

/** One recipe, to be read and changed. */
export function RecipePage() {
  const { t, i18n } = useTranslation();
  const { key } = useParams({ from: '/recipes/$key' });
  // Asked again and again, to tell whoever edits it that somebody else has saved it.
  const recipe = useQuery({ ...recipeQuery(key), refetchInterval: LOOK_EVERY_MS, select: useReadable() });
  const connectors = useQuery(allConnectorsQuery);
  const callable = useQuery(callableQuery);
  const sample = useQuery(sampleRunQuery(key));
  const version = recipe.data?.published_version ?? null;
  const published = useQuery({ ...versionQuery(key, version ?? 0), enabled: version !== null });
  const name = recipe.data?.name;
  useEffect(() => {
    if (name !== undefined) document.title = `${name} · Tandem`;
  }, [name]);

  const failed = [recipe, connectors].find(({ isError, data }) => isError && data === undefined);
  if (failed?.error)
    return <FailureNotice error={failed.error} title={t('recipe.notLoaded')} onRetry={() => void failed.refetch()} />;
  if (!recipe.data || !connectors.data) return <Skeleton height="80vh" radius="lg" />;
  return (
    <Editor
      key={recipe.data.built_in ? `${key} ${i18n.language}` : key}
      loaded={recipe.data}
      published={published.data}
      connectors={connectors.data}
      callables={callable.data?.items}
      sampleRun={sample.data ?? undefined}
    />
  );
}

/** Our own recipes speak the language of the page. */
function useReadable(): (loaded: LoadedRecipe) => LoadedRecipe {
  const said = useSaid();
  return useCallback(
    (loaded) => {
      if (!loaded.built_in) return loaded;
      const draft = inLanguage(loaded.draft, said);
      return { ...loaded, draft, name: draft.name };
    },
    [said],
  );
}
