import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { automationsChange } from '../api/generated/sdk.gen.js';
import type { AutomationChanges, ChangedAutomations } from '../api/generated/types.gen.js';
import { toasts } from '../parts/toasts.js';
import type { Cell } from './matrix.js';
import { useSaid } from '../texts/use-said.js';

/** What a person wants for cells: a choice of their own, or none. */
export type Wish = { kind: 'own'; enabled: boolean; settings: Cell['settings'] } | { kind: 'inherit' };

/** A cell and what is wanted for it. */
export interface Wanted {
  recipe: string;
  templateId: string | null;
  wish: Wish;
}

type Item = AutomationChanges['items'][number];

const itemOf = ({ recipe, templateId, wish }: Wanted): Item => ({
  recipe,
  template_id: templateId,
  choice:
    wish.kind === 'inherit'
      ? null
      : // The settings are JSON, since they were read as such or entered in a form.
        { enabled: wish.enabled, settings: wish.settings as NonNullable<NonNullable<Item['choice']>['settings']> },
});

/** Back to exactly what was before, but not over what somebody else has changed since. */
const undoOf = ({ items }: ChangedAutomations): AutomationChanges => ({
  restore: true,
  // What the server gave as settings is JSON.
  items: items.map(({ recipe, template_id, before, after }) => ({
    recipe,
    template_id,
    choice: before as Item['choice'],
    expected: after as NonNullable<Item['expected']> | null,
  })),
});

/** Switches cells, all or none; for a while it can be undone. */
export function useChanges() {
  const { t } = useTranslation();
  const said = useSaid();
  const queryClient = useQueryClient();
  const refresh = () =>
    Promise.all(
      ['templates', 'automations', 'readiness'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
    );
  const undo = useMutation({
    mutationFn: (done: ChangedAutomations) => automationsChange({ body: undoOf(done) }),
    onSuccess: async ({ left }) => {
      await refresh();
      toasts.show({ text: left.length === 0 ? t('matrix.undone') : t('matrix.undoneExcept', { count: left.length }) });
    },
    onError: () => {
      toasts.show({ text: t('matrix.notUndone') });
    },
  });
  return useMutation({
    mutationFn: (wanted: readonly Wanted[]) => automationsChange({ body: { items: wanted.map(itemOf) } }),
    onSuccess: async (done, wanted) => {
      await refresh();
      const [first] = wanted;
      const what = first?.wish.kind === 'own' ? (first.wish.enabled ? 'switchedOn' : 'switchedOff') : 'inherits';
      const text = wanted.length === 1 ? t(`matrix.${what}`) : t(`matrix.bulk.${what}`, { count: wanted.length });
      toasts.show({
        text: [text, ...done.notes.map(said)].join(' '),
        action: {
          label: t('common.undo'),
          run: () => {
            undo.mutate(done);
          },
        },
      });
    },
  });
}
