import { ActionIcon, ScrollArea, Tabs, Text, Title } from '@mantine/core';
import type { Step } from '@tandem/recipes';
import MoreIcon from 'lucide-react/icons/ellipsis';
import type { Dispatch, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { StepMark } from '../canvas/StepMark.js';
import { useEdit } from '../edit/edit-context.js';
import type { EditorEvent } from '../edit/editor-state.js';
import { useDescribeStep, useDescribeTrigger } from '../edit/use-describe.js';
import { changeStep, renameStep } from '../model/commands.js';
import { entryOf, type Entry } from '../model/outline.js';
import { TestTab, type TestTabProps } from '../test/TestTab.js';
import { NotesTab } from './NotesTab.js';
import { RecipeForm } from './RecipeForm.js';
import classes from './panel.module.css';
import { CallForm } from './CallForm.js';
import { ActionForm, ForEachForm, IfForm, StopForm } from './step-forms.js';
import { TriggerForm } from './TriggerForm.js';
import { WaitForm } from './WaitForm.js';

interface SidePanelProps {
  /** A row: `recipe`, `trigger` or `step:<id>`. */
  selected: string;
  tab: string;
  onTab: (tab: string) => void;
  dispatch: Dispatch<EditorEvent>;
  /** Back to the step, away from its fields. */
  onLeave: () => void;
  /** Asked what can be done with the step, at a place of the page. */
  onMenu: (at: { x: number; y: number }) => void;
  test: Omit<TestTabProps, 'step'>;
}

/** Setup, Test and Notes of what is chosen. */
export function SidePanel({ selected, tab, onTab, dispatch, onLeave, onMenu, test }: SidePanelProps) {
  const { t } = useTranslation();
  const { recipe } = useEdit();
  const entry = selected.startsWith('step:') ? entryOf(recipe, selected.slice('step:'.length)) : undefined;
  const shown = tab === 'notes' && !entry ? 'setup' : tab;
  return (
    <aside
      className={classes.panel}
      aria-label={t('recipe.panel.label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !isWithin(event)) return;
        event.preventDefault();
        onLeave();
      }}
    >
      <Head selected={selected} entry={entry} onMenu={onMenu} />
      <Tabs
        value={shown}
        onChange={(next) => {
          onTab(next ?? 'setup');
        }}
        className={classes.tabs}
        keepMounted={false}
      >
        <Tabs.List px="md">
          <Tabs.Tab value="setup">{t('recipe.panel.setup')}</Tabs.Tab>
          <Tabs.Tab value="test">{t('recipe.panel.test')}</Tabs.Tab>
          {entry && <Tabs.Tab value="notes">{t('recipe.panel.notes')}</Tabs.Tab>}
        </Tabs.List>
        <ScrollArea className={classes.scroll} type="auto">
          <Tabs.Panel value="setup" p="md">
            {entry ? (
              <StepForm key={entry.step.id} entry={entry} dispatch={dispatch} />
            ) : selected === 'recipe' ? (
              <RecipeForm
                onChange={(next, field) => {
                  dispatch({ kind: 'changed', change: () => next, of: `recipe ${field}` });
                }}
              />
            ) : (
              <TriggerForm
                onChange={(next, field) => {
                  dispatch({ kind: 'changed', change: () => next, of: `trigger ${field}` });
                }}
              />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="test" p="md">
            <TestTab {...test} step={entry?.step.id} />
          </Tabs.Panel>
          {entry && (
            <Tabs.Panel value="notes" p="md">
              <NotesTab
                key={entry.step.id}
                step={entry.step}
                onChange={(step, field) => {
                  dispatch(stepChange(step, field));
                }}
                onRename={(wish) => {
                  dispatch({ kind: 'made', make: (before) => renameStep(before, entry.step.id, wish) });
                }}
              />
            </Tabs.Panel>
          )}
        </ScrollArea>
      </Tabs>
    </aside>
  );
}

type HeadProps = { entry: Entry | undefined } & Pick<SidePanelProps, 'selected' | 'onMenu'>;

function Head({ selected, entry, onMenu }: HeadProps) {
  const { t } = useTranslation();
  const { recipe, connectors } = useEdit();
  const describeStep = useDescribeStep(connectors, recipe.key);
  const describeTrigger = useDescribeTrigger(connectors);
  if (!entry && selected === 'recipe')
    return (
      <div className={classes.head}>
        <Title order={2}>{t('recipe.about.title')}</Title>
      </div>
    );
  const { title, kind, connector } = entry ? describeStep(entry.step) : describeTrigger(recipe.trigger);
  return (
    <div className={classes.head}>
      <StepMark kind={entry?.step.kind ?? 'trigger'} connector={connector} />
      <div className={classes.words}>
        <Title order={2} className="wrap">
          {entry ? `${entry.number} ${title}` : title}
        </Title>
        <Text size="xs" c="dimmed">
          {kind}
        </Text>
      </div>
      {entry && (
        <ActionIcon
          aria-label={t('recipe.panel.actions')}
          aria-haspopup="menu"
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            onMenu({ x: left, y: bottom });
          }}
        >
          <MoreIcon size={17} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

/** Letters that are typed into one field in a row are undone together. */
const stepChange = (step: Step, field: string): EditorEvent => ({
  kind: 'changed',
  change: (before) => changeStep(before, step.id, () => step),
  of: `${step.id} ${field}`,
});

/** Not in a list or menu that hangs on a field: that one closes first. */
const isWithin = ({ currentTarget, target }: KeyboardEvent): boolean =>
  target instanceof Element && currentTarget.contains(target) && target.getAttribute('aria-expanded') !== 'true';

function StepForm({ entry, dispatch }: { entry: Entry; dispatch: SidePanelProps['dispatch'] }) {
  const { t } = useTranslation();
  const { step, pointer } = entry;
  const put = (next: Step, field: string): void => {
    dispatch(stepChange(next, field));
  };
  switch (step.kind) {
    case 'action':
      return <ActionForm step={step} pointer={pointer} onChange={put} />;
    case 'if':
      return (
        <IfForm
          step={step}
          pointer={pointer}
          onChange={put}
          onRecipe={(change) => {
            dispatch({ kind: 'changed', change: (before) => change(before, step.id) });
          }}
        />
      );
    case 'forEach':
      return <ForEachForm step={step} pointer={pointer} onChange={put} />;
    case 'try':
      return (
        <Text size="sm" c="dimmed">
          {t('recipe.setup.try')}
        </Text>
      );
    case 'wait':
      return <WaitForm step={step} pointer={pointer} onChange={put} />;
    case 'stop':
      return <StopForm step={step} pointer={pointer} onChange={put} />;
    case 'call':
      return <CallForm step={step} pointer={pointer} onChange={put} />;
  }
}
