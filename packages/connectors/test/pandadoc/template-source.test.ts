import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateSource } from '../../src/pandadoc/template-source.js';
import { SandboxWorld } from './sandbox-world.js';

let world: SandboxWorld;
beforeAll(async () => {
  world = await SandboxWorld.open();
});
afterAll(() => world.close());

const idOf = async (wanted: string) =>
  (await templateSource.list(world.gateway)).find(({ name }) => name === wanted)!.id;

describe('the templates of a workspace', () => {
  it('change their version with their content', async () => {
    const [before] = await templateSource.list(world.gateway);
    const {
      id: _id,
      version: _version,
      deleted: _deleted,
      date_created: _c,
      date_modified: _m,
      ...definition
    } = await world.control('GET', `/pandadoc/templates/${before!.id}`);
    await world.control('PUT', `/pandadoc/templates/${before!.id}`, { ...definition, tags: ['changed'] });
    const after = (await templateSource.list(world.gateway)).find(({ id }) => id === before!.id);
    expect(after!.version).not.toBe(before!.version);
  });

  it('lie in folders of any depth', async () => {
    const folders = await templateSource.folders(world.gateway);
    expect(folders.map(({ path }) => path.join(' / '))).toEqual(['Sales', 'Legal', 'Sales / Orders']);
    expect(folders[2]!.templateIds).toEqual([await idOf('Order form')]);
  });

  it('tell whether they have prices, and which fields go where', async () => {
    const contentOf = async (name: string) => templateSource.content(world.gateway, await idOf(name));
    expect((await contentOf('Sales proposal')).hasPricing).toBe(true);
    expect((await contentOf('Quote agreement')).hasPricing).toBe(true);
    const form = await contentOf('Order form');
    expect(form.hasPricing).toBe(false);
    expect(form.fields).toContainEqual({ name: 'Deal.PoNumber', title: 'PO number', type: 'text' });
  });
});
