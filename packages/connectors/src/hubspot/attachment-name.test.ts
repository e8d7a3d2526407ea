import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachmentPlace } from './attachment-name.js';

describe('where an attachment goes', () => {
  it('is a folder per document, with a name that tells versions apart', () => {
    const sent = attachmentPlace('Offer.pdf', 'doc-7:sent:2026-11-23');
    const completed = attachmentPlace('Offer.pdf', 'doc-7:completed:2026-11-24');
    expect(sent.folder).toBe('/PandaDoc/doc-7');
    expect(completed.folder).toBe('/PandaDoc/doc-7');
    expect(sent.name).toMatch(/^Offer-[0-9a-f]{8}\.pdf$/);
    expect(sent.name).not.toBe(completed.name);
    expect(attachmentPlace('Offer.pdf', 'doc-7:sent:2026-11-23')).toEqual(sent);
  });

  it('holds nothing that climbs or breaks a path, whatever the names are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (fileName, key) => {
        const place = attachmentPlace(fileName, key);
        expect(place.folder).toMatch(/^\/PandaDoc\/[A-Za-z0-9_][A-Za-z0-9._-]*$/);
        expect(place.name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
      }),
    );
  });
});
