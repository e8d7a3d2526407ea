/**
 * `npm run demo`: a salesperson and a customer at work on the sandbox, and what the five automations make of it.
 * What is printed is read from the twin of HubSpot and PandaDoc, not from Tandem. Uses the Tandem that runs on PORT
 * (default 3000); where none runs, it starts one for itself and ends it again.
 */
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { openStage } = await import('./demo/stage.mjs');
const { play } = await import('./demo/play.mjs');

const stage = await openStage();
try {
  await play(stage);
} catch (error) {
  console.error(`The demo stopped: ${error.message}`);
  process.exitCode = 1;
} finally {
  await stage.close();
}
