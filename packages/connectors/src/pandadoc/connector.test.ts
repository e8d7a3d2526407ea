import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { LocalRateBudget } from '../sdk/local-rate-budget.js';
import { pandadoc } from './connector.js';

const { actions, triggers, pickLists } = pandadoc;

describe('the connector', () => {
  it('offers what recipes count on', () => {
    expect(actions.map(({ key, effect }) => `${effect} ${key}`)).toEqual([
      'read get_document',
      'read list_documents',
      'write create_document',
      'write update_document',
      'write update_quote',
      'write fill_from_deal',
      'write send_document',
      'write change_status',
      'write link_object',
      'read download_pdf',
    ]);
    expect(triggers.map(({ key }) => key)).toEqual([
      'document_status_changed',
      'pdf_ready',
      'document_updated',
      'quote_updated',
      'document_deleted',
      'creation_failed',
    ]);
    expect(pickLists.map(({ key }) => key).sort()).toEqual([
      'folders',
      'statuses',
      'template_fields',
      'template_tables',
      'template_tokens',
      'templates',
    ]);
  });

  it('describes all that goes in and out so that forms and pills can be drawn', () => {
    for (const { input, output } of actions) {
      expect(z.toJSONSchema(input, { io: 'input' })).toMatchObject({ type: 'object', additionalProperties: false });
      expect(z.toJSONSchema(output, { io: 'output' })).toMatchObject({ type: 'object', additionalProperties: false });
    }
    for (const { data } of triggers) expect(z.toJSONSchema(data)).toMatchObject({ type: 'object' });
  });

  it('offers choices only from lists that it has, with what they depend on in the same form', () => {
    for (const { input } of actions) {
      const properties = z.toJSONSchema(input, { io: 'input' }).properties ?? {};
      for (const property of Object.values(properties) as { pickList?: string; dependsOn?: string[] }[]) {
        if (property.pickList !== undefined) expect(pickLists.map(({ key }) => key)).toContain(property.pickList);
        for (const other of property.dependsOn ?? []) expect(Object.keys(properties)).toContain(other);
      }
    }
  });

  it('keeps the calls of each operation inside what PandaDoc allows', async () => {
    const budget = new LocalRateBudget({ limits: pandadoc.limits ?? {} });
    for (let call = 0; call < 100; call += 1) await budget.acquire('document.download');
    await expect(budget.acquire('document.download')).rejects.toMatchObject({ errorClass: 'rate_limited' });
    await expect(budget.acquire('document.details')).resolves.toBeUndefined();
  });

  it('takes an API key and nothing else', () => {
    expect(pandadoc.credentials.parse({ api_key: ' key ' })).toEqual({ api_key: 'key' });
    expect(pandadoc.credentials.safeParse({ api_key: ' ' }).success).toBe(false);
    expect(pandadoc.credentials.safeParse({ api_key: 'key', other: 1 }).success).toBe(false);
  });
});
