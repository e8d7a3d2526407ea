import { Modal } from '@mantine/core';
import type { Recipe, Step } from '@tandem/recipes';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerText } from '../../texts/use-server-text.js';
import { StepMark } from '../canvas/StepMark.js';
import type { Connectors } from '../model/connectors.js';
import { newAction } from '../model/new-action.js';
import { SearchList } from './SearchList.js';
import { STEERING, type Choice } from './step-choices.js';

interface StepPickerProps {
  isOpen: boolean;
  recipe: Recipe;
  connectors: Connectors;
  onChoose: (step: Step) => void;
  onClose: () => void;
  /** It is out of sight; the keyboard can go on elsewhere. */
  onClosed: () => void;
}

/** Everything that a recipe can do, to be searched by words. */
export function StepPicker({ isOpen, onClose, onClosed, ...rest }: StepPickerProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('recipe.picker.title')}
      size="lg"
      padding="md"
    >
      {isOpen && <Choices {...rest} />}
    </Modal>
  );
}

function Choices({ recipe, connectors, onChoose }: Omit<StepPickerProps, 'isOpen' | 'onClose' | 'onClosed'>) {
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
