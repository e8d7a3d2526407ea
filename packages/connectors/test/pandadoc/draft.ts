import { createDocument } from '../../src/pandadoc/actions/create-document.js';
import { readStatus } from '../../src/pandadoc/documents.js';
import type { SandboxWorld } from './sandbox-world.js';

let made = 0;

/** A document made from the named template, once PandaDoc has finished with it. */
export async function makeDraft(world: SandboxWorld, templateName: string): Promise<string> {
  const templates = (await world.control('GET', '/pandadoc/templates')) as { id: string; name: string }[];
  const template = templates.find(({ name }) => name === templateName)!;
  world.stepKey = `draft-${(made += 1)}`;
  const { output } = await world.write(createDocument, {
    template_id: template.id,
    name: `${templateName} for Acme`,
    recipients: [{ email: 'ann@example.com', first_name: 'Ann', last_name: 'Lee', role: 'Client' }],
  });
  await untilDraft(world, output.id);
  return output.id;
}

/** Waits for PandaDoc, as a person would who looks at the list again and again. */
export async function untilDraft(world: SandboxWorld, documentId: string): Promise<void> {
  for (;;) {
    const { status } = await readStatus(world.gateway, documentId);
    if (status === 'document.draft') return;
    if (status !== 'document.uploaded') throw new Error(`The document is ${status}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
