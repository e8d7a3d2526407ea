import type { LucideIcon } from 'lucide-react';
import HouseIcon from 'lucide-react/icons/house';
import HistoryIcon from 'lucide-react/icons/history';
import GridIcon from 'lucide-react/icons/layout-grid';
import ListIcon from 'lucide-react/icons/list-checks';
import BookIcon from 'lucide-react/icons/notebook-text';
import PlugIcon from 'lucide-react/icons/plug';
import RewindIcon from 'lucide-react/icons/rewind';
import WorkflowIcon from 'lucide-react/icons/workflow';

interface Place {
  to: '/' | '/templates' | '/recipes' | '/runs' | '/ledger' | '/backfills' | '/connections' | '/audit';
  /** Of its text under `shell.places`. */
  key: 'home' | 'templates' | 'recipes' | 'runs' | 'ledger' | 'backfills' | 'connections' | 'audit';
  icon: LucideIcon;
}

/** What the navigation leads to, in the order of use. */
export const places: readonly Place[] = [
  { to: '/', key: 'home', icon: HouseIcon },
  { to: '/templates', key: 'templates', icon: GridIcon },
  { to: '/recipes', key: 'recipes', icon: WorkflowIcon },
  { to: '/runs', key: 'runs', icon: ListIcon },
  { to: '/ledger', key: 'ledger', icon: BookIcon },
  { to: '/backfills', key: 'backfills', icon: RewindIcon },
  { to: '/connections', key: 'connections', icon: PlugIcon },
  { to: '/audit', key: 'audit', icon: HistoryIcon },
];
