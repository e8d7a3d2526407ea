import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run dev -w @tandem/editor` works on the API that runs here. */
const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

/** What every page needs comes in a few files, which stay in the browser's cache when only a page changes. */
const groups = [
  {
    name: 'framework',
    test: /node_modules\/(react\/|react-dom|scheduler|i18next|react-i18next|@tanstack\/)/,
  },
  { name: 'components', test: /node_modules\/(@mantine|@floating-ui|react-remove-scroll|clsx)/, minShareCount: 6 },
  {
    name: 'parts',
    test: /apps\/editor\/src\/(api|connections|format|parts|runs\/(?!PlainRun|RunActions|RunFacts|Step)|texts\/use)/,
    minShareCount: 2,
  },
  { name: 'icons', test: /node_modules\/lucide-react/, minShareCount: 2 },
];

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': { target: api, changeOrigin: false } }, strictPort: true },
  build: {
    target: 'es2022',
    // These know light-dark(); made simpler for older ones, it would lose its colours.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    manifest: true,
    // A data: address would be refused by the Content-Security-Policy for fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
