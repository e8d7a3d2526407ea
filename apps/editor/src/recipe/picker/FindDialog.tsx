import type { Step } from '@tandem/recipes';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StepMark } from '../canvas/StepMark.js';
import { useEdit } from '../edit/edit-context.js';
import { useDescribeStep } from '../edit/use-describe.js';
import { innerLists } from '../model/step-lists.js';
import { outlineOf } from '../model/outline.js';
import type { Line } from './found-by-words.js';
import { SearchDialog, type SearchDialogProps } from './SearchDialog.js';
import { SearchList } from './SearchList.js';

interface FindDialogProps extends SearchDialogProps {
  onFound: (stepId: string) => void;
}

/** Finds a step of the recipe: by number and title, by what it does, and by the values and notes in it. */
export function FindDialog({ onFound, ...dialog }: FindDialogProps) {
  const { t } = useTranslation();
  return (
    <SearchDialog title={t('recipe.find.title')} {...dialog}>
      <Steps onFound={onFound} />
    </SearchDialog>
  );
}

interface FoundStep extends Line {
  step: Step;
  connector: string | undefined;
}

function Steps({ onFound }: Pick<FindDialogProps, 'onFound'>) {
  const { t } = useTranslation();
  const { recipe, connectors } = useEdit();
  const describe = useDescribeStep(connectors, recipe.key);
  const lines = useMemo(
    () =>
      outlineOf(recipe).map(({ step, number }): FoundStep => {
        const { title, kind, connector } = describe(step);
        const about = [kind, step.notes].filter(Boolean).join(' · ');
        const words = `${step.id} ${ownValues(step)}`;
        return { key: step.id, group: '', title: `${number} ${title}`, about, words, step, connector };
      }),
    [recipe, describe],
  );
  return (
    <SearchList
      lines={lines}
      label={t('recipe.find.search')}
      mark={({ step, connector }) => <StepMark kind={step.kind} connector={connector} />}
      onChoose={({ step }) => {
        onFound(step.id);
      }}
    />
  );
}

/** The values of a step as they are written, without the steps inside it. */
const ownValues = (step: Step): string =>
  innerLists(step).length > 0 ? '' : JSON.stringify(step.kind === 'action' ? step.input : step);
