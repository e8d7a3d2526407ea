import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NudgeController } from './nudge.controller.js';
import { WebhookController } from './webhook.controller.js';

const textOf = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)), 'utf8');

it('lets in through the ingress of the example what remotes call, and nothing else', () => {
  const called = [WebhookController, NudgeController].map(
    (controller) => `/${String(Reflect.getMetadata('path', controller))}/`,
  );
  const letIn = [...textOf('deploy/kubernetes.yaml').matchAll(/- path: (\S+)/g)].map(([, path]) => path);
  expect(letIn.sort()).toEqual(called.sort());
});
