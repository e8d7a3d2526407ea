import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { automationsReset, automationsSwitch } from '../api/generated/sdk.gen.js';
import type { AutomationChoice } from '../api/generated/types.gen.js';
import { toasts } from '../parts/toasts.js';
import type { Cell } from './matrix.js';

/** What a person wants for a cell: a choice of its own, or none. */
export type Wish = { kind: 'own'; enabled: boolean; settings: Cell['settings'] } | { kind: 'inherit' };

interface Switch {
  cell: Cell;
  wish: Wish;
}

/** Answers the id of the choice that the cell has now; null: none of its own. */
async function carryOut({ cell: { recipe, templateId, choiceId }, wish }: Switch): Promise<string | null> {
  if (wish.kind === 'inherit') {
    if (choiceId !== null) await automationsReset({ path: { id: choiceId } });
    return null;
  }
  // The settings are JSON, since they were read as such or entered in a form.
  const settings = wish.settings as NonNullable<AutomationChoice['settings']>;
  const body = { recipe, template_id: templateId, enabled: wish.enabled, settings };
  return (await automationsSwitch({ body })).id;
}

const asItWas = ({ from, enabled, settings }: Cell): Wish =>
  from === 'own' ? { kind: 'own', enabled, settings } : { kind: 'inherit' };

/** Switches a cell; for a while it can be undone. */
export function useSwitch() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const refresh = () =>
    Promise.all(['templates', 'automations'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
  const undo = useMutation({
    mutationFn: carryOut,
    onSuccess: async () => {
      await refresh();
      toasts.show({ text: t('matrix.undone') });
    },
    onError: () => {
      toasts.show({ text: t('matrix.notUndone') });
    },
  });
  return useMutation({
    mutationFn: carryOut,
    onSuccess: async (choiceId, { cell, wish }) => {
      await refresh();
      const done = wish.kind === 'inherit' ? 'inherits' : wish.enabled ? 'switchedOn' : 'switchedOff';
      toasts.show({
        text: t(`matrix.${done}`),
        action: {
          label: t('common.undo'),
          run: () => {
            undo.mutate({ cell: { ...cell, choiceId }, wish: asItWas(cell) });
          },
        },
      });
    },
  });
}
