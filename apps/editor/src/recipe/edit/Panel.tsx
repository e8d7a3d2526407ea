import type { JsonObject } from '@tandem/recipes';
import { useEffect, useState } from 'react';
import type { SettingValues } from '../../settings/settings-form.js';
import { SidePanel } from '../panel/SidePanel.js';
import { focusGoal, focusRow } from './focus-field.js';
import { panelRow } from './panel-row.js';
import type { PartProps } from './Stage.js';
import { OtherDraft } from './use-save.js';

/** What is chosen, set up, tried and noted. */
export function Panel({ editor, root }: PartProps) {
  const { state, shown, dispatch, asked, tab, setTab, goal, setGoal } = editor;
  const [settings, setSettings] = useState<SettingValues>({});
  const { previewing } = asked;
  const isThere = shown === state;
  useEffect(() => {
    if (!goal || !isThere) return;
    focusGoal(root.current, goal);
    setGoal(undefined);
  }, [goal, isThere, root, setGoal]);
  return (
    <SidePanel
      selected={panelRow(shown.selected)}
      tab={tab}
      onTab={setTab}
      dispatch={dispatch}
      onMenu={(at) => {
        editor.show({ kind: 'menu', at });
      }}
      onLeave={() => {
        focusRow(root.current);
      }}
      test={{
        preview: previewing.data,
        isRunning: previewing.isPending,
        error: previewing.error instanceof OtherDraft ? null : previewing.error,
        settings,
        onSettings: setSettings,
        onPreview: (documentId) => {
          previewing.mutate({ documentId, settings: settings as JsonObject }); // a form makes nothing else
        },
      }}
    />
  );
}
