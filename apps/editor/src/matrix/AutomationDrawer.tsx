import { Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../parts/FailureNotice.js';
import { recipeVersionQuery } from '../runs/queries.js';
import { useSaid } from '../texts/use-said.js';
import { useServerText } from '../texts/use-server-text.js';
import { AutomationForm } from './AutomationForm.js';
import type { Cell, Column } from './matrix.js';
import { defaultReadinessQuery, readinessOf, readinessQuery } from './readiness.js';
import { settingsOf } from './with-defaults.js';

interface AutomationDrawerProps {
  /** undefined: closed. */
  cell: Cell | undefined;
  column: Column | undefined;
  /** How it stands for all templates. */
  inherited: Cell | undefined;
  templateName: string | undefined;
  onClose: () => void;
}

/** Where one automation is switched and filled in for one template, or for all. */
export function AutomationDrawer({ cell, column, inherited, templateName, onClose }: AutomationDrawerProps) {
  const { t } = useTranslation();
  const serverText = useServerText();
  return (
    <Drawer
      opened={cell !== undefined}
      onClose={onClose}
      position="right"
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={column && serverText(['recipes', column.key, 'name'], column.name)}
    >
      {cell && column && inherited && (
        <Stack gap="lg">
          <div>
            <Text fw={500}>{templateName ?? t('matrix.allTemplates')}</Text>
            <Text c="dimmed" size="sm" mt={4}>
              {serverText(['recipes', column.key, 'description'], column.description ?? '')}
            </Text>
          </div>
          <FormOf cell={cell} column={column} inherited={inherited} onDone={onClose} />
        </Stack>
      )}
    </Drawer>
  );
}

interface FormOfProps {
  cell: Cell;
  column: Column;
  inherited: Cell;
  onDone: () => void;
}

function FormOf({ cell, column, inherited, onDone }: FormOfProps) {
  const { t } = useTranslation();
  const said = useSaid();
  const ofTemplate = useQuery({ ...readinessQuery(cell.templateId ?? ''), enabled: cell.templateId !== null });
  const ofAll = useQuery({ ...defaultReadinessQuery, enabled: cell.templateId === null });
  const readiness = readinessOf(cell.templateId === null ? ofAll.data : ofTemplate.data, cell.recipe);
  const version = useQuery(recipeVersionQuery(column.key, column.version));
  if (version.data)
    return (
      <AutomationForm
        key={`${cell.recipe} ${cell.templateId ?? ''}`}
        cell={cell}
        inherited={inherited}
        recipe={column}
        settings={settingsOf(version.data.recipe, column.built_in ? said : undefined)}
        problems={readiness?.problems ?? []}
        onDone={onDone}
      />
    );
  if (version.error)
    return (
      <FailureNotice error={version.error} title={t('matrix.formNotLoaded')} onRetry={() => void version.refetch()} />
    );
  return <Skeleton height={220} />;
}
