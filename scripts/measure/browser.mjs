import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const FLAGS = JSON.parse(readFileSync(new URL('chromium-flags.json', import.meta.url), 'utf8'));

/** The Chromium of the environment variable CHROMIUM, or where Linux keeps it. */
export const openBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: FLAGS });
