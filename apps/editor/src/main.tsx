import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './look/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureClient } from './api/client.js';
import { makeQueryClient } from './api/query-client.js';
import { App } from './App.js';
import { makeRouter } from './router.js';
import { startTexts } from './texts/start-texts.js';

// The same as zod's `config({ jitless: true })`, for pages that load zod later: else it would try whether it may compile
// code, and the Content-Security-Policy would say on the console that it may not.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
configureClient('');
const queryClient = makeQueryClient();
const router = makeRouter();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await startTexts();
createRoot(root).render(
  <StrictMode>
    <App queryClient={queryClient} router={router} />
  </StrictMode>,
);
