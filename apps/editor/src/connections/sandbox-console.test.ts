import { describe, expect, it } from '@jest/globals';
import { sandboxConsole } from './sandbox-console.js';

describe('the page of the sandbox', () => {
  it('is where its APIs are', () => {
    expect(sandboxConsole([{ connector: 'pandadoc', base_url: 'http://127.0.0.1:4010/pandadoc' }])).toBe(
      'http://127.0.0.1:4010/',
    );
  });

  it.each(['https://api.hubapi.com', 'http://127.0.0.1:9000', 'https://evil.example/hubspot'])(
    'is not there with a real account at %s',
    (base_url) => {
      expect(sandboxConsole([{ connector: 'hubspot', base_url }])).toBeUndefined();
    },
  );
});
