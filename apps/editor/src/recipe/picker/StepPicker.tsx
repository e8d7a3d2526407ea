import type { Recipe, Step } from '@tandem/recipes';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerText } from '../../texts/use-server-text.js';
import { StepMark } from '../canvas/StepMark.js';
import type { Connectors } from '../model/connectors.js';
import { newAction } from '../model/new-action.js';
import { SearchDialog, type SearchDialogProps } from './SearchDialog.js';
import { SearchList } from './SearchList.js';
import { STEERING, type Choice } from './step-choices.js';

interface ChoicesProps {
  recipe: Recipe;
  connectors: Connectors;
  onChoose: (step: Step) => void;
}

/** Everything that a recipe can do, to be searched by words. */
export function StepPicker({ recipe, connectors, onChoose, ...dialog }: SearchDialogProps & ChoicesProps) {
  const { t } = useTranslation();
  return (
    <SearchDialog title={t('recipe.picker.title')} {...dialog}>
      <Choices recipe={recipe} connectors={connectors} onChoose={onChoose} />
    </SearchDialog>
  );
}

function Choices({ recipe, connectors, onChoose }: ChoicesProps) {
  const { t } = useTranslation();
  const choices = useChoices(recipe, connectors);
  return (
    <SearchList
      lines={choices}
      label={t('recipe.picker.search')}
      mark={({ kind, connector }) => <StepMark kind={kind} connector={connector} />}
      onChoose={({ step }) => {
        onChoose(step);
      }}
    />
  );
}

function useChoices(recipe: Recipe, connectors: Connectors): Choice[] {
  const { t } = useTranslation();
  const serverText = useServerText();
  return useMemo(() => {
    const steering = STEERING.map((step): Choice => ({
      key: step.kind,
      group: t('recipe.picker.steering'),
      title: t(`recipe.kinds.${step.kind}.title`),
      about: t(`recipe.kinds.${step.kind}.about`),
      connector: undefined,
      kind: step.kind,
      step,
    })); // prettier-ignore
    const actions = connectors.flatMap(({ key, title, actions: offered }) =>
      offered.map((action): Choice => ({
        key: `${key}-${action.key}`,
        group: title,
        title: serverText(['actions', key, action.key], action.title),
        about: serverText(['actionsAbout', key, action.key], action.description),
        connector: key,
        kind: 'action',
        words: `${key} ${action.key}`,
        step: newAction(recipe, connectors, key, action.key),
      })),
    );
    return [...steering, ...actions];
  }, [recipe, connectors, t, serverText]);
}
