import { Modal, ScrollArea, Text, TextInput, UnstyledButton } from '@mantine/core';
import SearchIcon from 'lucide-react/icons/search';
import { Fragment, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recipe, Step } from '@tandem/recipes';
import { useServerText } from '../../texts/use-server-text.js';
import { StepMark } from '../canvas/StepMark.js';
import type { Connectors } from '../model/connectors.js';
import classes from './StepPicker.module.css';
import { newAction, searchChoices, STEERING, type Choice } from './step-choices.js';

interface StepPickerProps {
  isOpen: boolean;
  recipe: Recipe;
  connectors: Connectors;
  onChoose: (step: Step) => void;
  onClose: () => void;
}

/** Everything that a recipe can do, to be searched by words. */
export function StepPicker({ isOpen, onClose, ...rest }: StepPickerProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('recipe.picker.title')} size="lg" padding="md">
      <Choices {...rest} />
    </Modal>
  );
}

function Choices({ recipe, connectors, onChoose }: Omit<StepPickerProps, 'isOpen' | 'onClose'>) {
  const { t } = useTranslation();
  const all = useChoices(recipe, connectors);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => searchChoices(all, typed), [all, typed]);
  const current = found[Math.min(at, found.length - 1)];

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(at + by, 0), found.length - 1);
      setAt(next);
      list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      onChoose(current.step);
    }
  };

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="step-choices"
        aria-activedescendant={current && `choice-${current.key}`}
        aria-label={t('recipe.picker.search')}
        placeholder={t('recipe.picker.search')}
        leftSection={<SearchIcon size={16} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ScrollArea.Autosize mah="56vh" mt="sm" viewportRef={list} viewportProps={{ tabIndex: -1 }}>
        <div role="listbox" id="step-choices" aria-label={t('recipe.picker.title')}>
          {found.map((choice, place) => (
            <Fragment key={choice.key}>
              {found[place - 1]?.group !== choice.group && (
                <Text size="xs" fw={600} c="dimmed" className={classes.group} role="presentation">
                  {choice.group}
                </Text>
              )}
              <Option choice={choice} isCurrent={choice === current} onChoose={onChoose} />
            </Fragment>
          ))}
        </div>
        {found.length === 0 && (
          <Text c="dimmed" ta="center" py="xl">
            {t('recipe.picker.nothing', { typed })}
          </Text>
        )}
      </ScrollArea.Autosize>
    </>
  );
}

function Option({
  choice,
  isCurrent,
  onChoose,
}: {
  choice: Choice;
  isCurrent: boolean;
  onChoose: (step: Step) => void;
}) {
  return (
    <UnstyledButton
      role="option"
      id={`choice-${choice.key}`}
      aria-selected={isCurrent}
      tabIndex={-1}
      className={classes.choice}
      onClick={() => {
        onChoose(choice.step);
      }}
    >
      <StepMark kind={choice.kind} connector={choice.connector} />
      <span className={classes.words}>
        <span className={classes.title}>{choice.title}</span>
        <span className={classes.about}>{choice.about}</span>
      </span>
    </UnstyledButton>
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
        step: newAction(recipe, connectors, key, action.key),
      })),
    );
    return [...steering, ...actions];
  }, [recipe, connectors, t, serverText]);
}
