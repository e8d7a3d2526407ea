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
