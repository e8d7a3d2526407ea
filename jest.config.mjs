import { existsSync } from 'node:fs';

/** Native ESM; sources are compiled one by one by swc, workspace names resolve to their sources. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true }] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@tandem/(recipes|connectors)$': '<rootDir>/../../packages/$1/src/index.ts',
    '^@tandem/sandbox$': '<rootDir>/../../apps/sandbox/src/sandbox.ts',
    '^content-disposition$': '<rootDir>/../../scripts/content-disposition.cjs',
  },
};

/** Components are compiled for a browser, and styles are nothing but names. */
const forBrowsers = {
  ...shared,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { ...shared.moduleNameMapper, '\\.css$': '<rootDir>/src/testing/style-names.mjs' },
};

/** The editor in a real browser: asked for by naming one, as .ci/run does. */
const chromium = process.env.CHROMIUM ?? '';
const inBrowser = { ...shared, displayName: 'browser', rootDir: 'apps/editor/test/browser' };

export default {
  projects: [
    { ...shared, displayName: 'recipes', rootDir: 'packages/recipes' },
    { ...shared, displayName: 'connectors', rootDir: 'packages/connectors' },
    { ...shared, displayName: 'sandbox', rootDir: 'apps/sandbox' },
    {
      ...shared,
      displayName: 'api',
      rootDir: 'apps/api',
      globalSetup: '<rootDir>/src/testing/global-setup.mjs',
      globalTeardown: '<rootDir>/src/testing/global-teardown.mjs',
    },
    {
      ...forBrowsers,
      displayName: 'editor',
      rootDir: 'apps/editor',
      testEnvironment: '<rootDir>/src/testing/browser-like.mjs',
      setupFilesAfterEnv: ['<rootDir>/src/testing/stand-ins.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/browser/'],
    },
  ]
    .map((project) => ({ ...project, testMatch: ['<rootDir>/(src|test)/**/*.test.ts?(x)'] }))
    .concat(existsSync(chromium) ? [{ ...inBrowser, testMatch: ['<rootDir>/*.test.ts'] }] : []),
  testTimeout: 150_000,
};
