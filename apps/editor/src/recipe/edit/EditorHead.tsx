import { ActionIcon, Anchor, Badge, Button, Group, Menu, Text, Title, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import MoreIcon from 'lucide-react/icons/ellipsis';
import OutlineIcon from 'lucide-react/icons/list-tree';
import PanelIcon from 'lucide-react/icons/panel-right';
import RedoIcon from 'lucide-react/icons/redo-2';
import UndoIcon from 'lucide-react/icons/undo-2';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandId } from './command-list.js';
import workbench from '../../look/workbench.module.css';

interface EditorHeadProps {
  name: string;
  isBuiltIn: boolean;
  publishedVersion: number | null;
  /** Undefined where nobody knows yet. */
  differs: boolean | undefined;
  isDirty: boolean;
  errors: number;
  isSaving: boolean;
  isPublishing: boolean;
  canUndo: boolean;
  canRedo: boolean;
  isOutlineOpen: boolean;
  isPanelOpen: boolean;
  run: (id: CommandId) => void;
}

/** What the recipe is, how far it is, and what can be done with the whole of it. */
export const EditorHead = memo(function EditorHead(props: EditorHeadProps) {
  const { t } = useTranslation();
  const { name, isBuiltIn, isDirty, errors, isSaving, isPublishing, canUndo, canRedo, run } = props;
  return (
    <header className={workbench.head}>
      <div className={workbench.title}>
        <Anchor renderRoot={(anchor) => <Link to="/recipes" {...anchor} />} size="sm">
          {t('recipe.list.title')}
        </Anchor>
        <Text span c="dimmed" aria-hidden>
          /
        </Text>
        <Title order={1} className={workbench.name} title={name}>
          {name}
        </Title>
        <State {...props} />
      </div>
      <Group gap={4} wrap="nowrap">
        <IconButton
          label={t('recipe.head.outline')}
          onClick={() => {
            run('outline');
          }}
          isPressed={props.isOutlineOpen}
        >
          <OutlineIcon size={17} aria-hidden />
        </IconButton>
        <IconButton
          label={t('recipe.head.panel')}
          onClick={() => {
            run('panel');
          }}
          isPressed={props.isPanelOpen}
        >
          <PanelIcon size={17} aria-hidden />
        </IconButton>
        {!isBuiltIn && (
          <>
            <IconButton
              label={t('recipe.head.undo')}
              onClick={() => {
                run('undo');
              }}
              isDisabled={!canUndo}
            >
              <UndoIcon size={17} aria-hidden />
            </IconButton>
            <IconButton
              label={t('recipe.head.redo')}
              onClick={() => {
                run('redo');
              }}
              isDisabled={!canRedo}
            >
              <RedoIcon size={17} aria-hidden />
            </IconButton>
          </>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('recipe.head.more')}>
              <MoreIcon size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() => {
                run('about');
              }}
            >
              {t('recipe.head.about')}
            </Menu.Item>
            <Menu.Item
              onClick={() => {
                run('versions');
              }}
            >
              {t('recipe.head.versions')}
            </Menu.Item>
            <Menu.Item
              onClick={() => {
                run('export');
              }}
            >
              {t('recipe.head.export')}
            </Menu.Item>
            <Menu.Item
              onClick={() => {
                run('clone');
              }}
            >
              {t('recipe.head.clone')}
            </Menu.Item>
            <Menu.Item
              onClick={() => {
                run('palette');
              }}
            >
              {t('recipe.commands.palette')}
            </Menu.Item>
            <Menu.Item
              onClick={() => {
                run('help');
              }}
            >
              {t('recipe.head.help')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {isBuiltIn ? (
          <Button
            onClick={() => {
              run('clone');
            }}
          >
            {t('recipe.head.cloneToEdit')}
          </Button>
        ) : (
          <>
            <Button
              variant="default"
              onClick={() => {
                run('save');
              }}
              loading={isSaving}
              disabled={!isDirty}
            >
              {t('recipe.head.save')}
            </Button>
            <Tooltip label={t('recipe.head.errors', { count: errors })} disabled={errors === 0}>
              <Button
                loading={isPublishing}
                {...(errors > 0 && { 'data-disabled': true, 'aria-disabled': true })}
                onClick={() => {
                  if (errors === 0) run('publish');
                }}
              >
                {t('recipe.head.publish')}
              </Button>
            </Tooltip>
          </>
        )}
      </Group>
    </header>
  );
});

function State({ isBuiltIn, publishedVersion, isDirty, differs }: EditorHeadProps) {
  const { t } = useTranslation();
  if (isBuiltIn) return <Badge color="gray">{t('recipe.state.builtIn')}</Badge>;
  if (isDirty) return <Badge color="ochre">{t('recipe.state.unsaved')}</Badge>;
  if (publishedVersion === null) return <Badge color="sea">{t('recipe.state.draft')}</Badge>;
  return (
    <Badge color={differs ? 'sea' : 'pine'}>
      {t(differs ? 'recipe.state.differs' : 'recipe.state.published', { version: publishedVersion })}
    </Badge>
  );
}

interface IconButtonProps {
  label: string;
  onClick: () => void;
  isDisabled?: boolean;
  isPressed?: boolean;
  children: ReactNode;
}

function IconButton({ label, onClick, isDisabled = false, isPressed, children }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        className={workbench.tool}
        aria-label={label}
        aria-pressed={isPressed}
        disabled={isDisabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
