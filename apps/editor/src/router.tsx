import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { patiently } from './api/patiently.js';
import { readAuditFilter } from './audit/audit-filter.js';
import { matrixSearch } from './matrix/matrix-search.js';
import { readRunFilter } from './runs/run-filter.js';
import { BrokenPage } from './shell/BrokenPage.js';
import { MissingPage } from './shell/MissingPage.js';
import { Shell } from './shell/Shell.js';
import { addTextsOf } from './texts/start-texts.js';

const withTexts = async <Page,>(part: Parameters<typeof addTextsOf>[0], page: Promise<Page>): Promise<Page> => {
  const [loaded] = await Promise.all([page, addTextsOf(part)]);
  return loaded;
};

/** A page whose code comes when it is first shown. */
const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazyRouteComponent(() => patiently(load), name);

const root = createRootRoute({ component: Shell, notFoundComponent: MissingPage });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: page(() => import('./start/HomePage.js'), 'HomePage'),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: '/connections',
  component: page(() => withTexts('webhooks', import('./connections/ConnectionsPage.js')), 'ConnectionsPage'),
});

const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  validateSearch: matrixSearch,
  component: page(() => import('./matrix/TemplatesPage.js'), 'TemplatesPage'),
});

const runs = createRoute({
  getParentRoute: () => root,
  path: '/runs',
  validateSearch: readRunFilter,
  component: page(() => import('./runs/RunsPage.js'), 'RunsPage'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$runId',
  validateSearch: ({ step }: Record<string, unknown>): { step?: string } =>
    typeof step === 'string' && step.length <= 1000 ? { step } : {},
  component: page(() => import('./runs/RunPage.js'), 'RunPage'),
});

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: ({ find }: Record<string, unknown>): { find?: string } =>
    typeof find === 'string' || typeof find === 'number' ? { find: String(find) } : {},
  component: page(() => import('./ledger/LedgerPage.js'), 'LedgerPage'),
});

const deal = createRoute({
  getParentRoute: () => root,
  path: '/ledger/deals/$dealId',
  component: page(() => import('./ledger/SubjectPages.js'), 'DealPage'),
});

const document = createRoute({
  getParentRoute: () => root,
  path: '/ledger/documents/$documentId',
  component: page(() => import('./ledger/SubjectPages.js'), 'DocumentPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: readAuditFilter,
  component: page(() => withTexts('audit', import('./audit/AuditPage.js')), 'AuditPage'),
});

const backfills = createRoute({
  getParentRoute: () => root,
  path: '/backfills',
  component: page(() => withTexts('backfill', import('./backfill/BackfillsPage.js')), 'BackfillsPage'),
});

const recipes = createRoute({
  getParentRoute: () => root,
  path: '/recipes',
  component: page(() => withTexts('recipe', import('./recipe/list/RecipesPage.js')), 'RecipesPage'),
});

const recipe = createRoute({
  getParentRoute: () => root,
  path: '/recipes/$key',
  component: page(() => withTexts('recipe', import('./recipe/edit/RecipePage.js')), 'RecipePage'),
});

const routeTree = root.addChildren([
  home,
  templates,
  recipes,
  recipe,
  connections,
  runs,
  run,
  ledger,
  deal,
  document,
  backfills,
  audit,
]);

/** One page per address; each page's code is loaded when it is first shown. */
export const makeRouter = () =>
  createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultErrorComponent: BrokenPage,
    scrollRestoration: true,
  });

export type AppRouter = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
