/** To be imported first by scripts that run TypeScript sources without a build. */
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
await import('reflect-metadata');
