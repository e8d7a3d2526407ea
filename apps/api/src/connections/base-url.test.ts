import { expect, it } from '@jest/globals';
import { baseUrlOf } from './base-url.js';

it.each([
  ['https://api.hubapi.com', 'https://api.hubapi.com'],
  ['https://eu.example.com/base/', 'https://eu.example.com/base'],
  ['http://127.0.0.1:4010/hubspot', 'http://127.0.0.1:4010/hubspot'],
  ['http://localhost:1', 'http://localhost:1'],
])('sends credentials to %s', (text, url) => {
  expect(baseUrlOf(text)).toBe(url);
});

it.each([
  'http://api.hubapi.com',
  'http://localhost.example.com',
  'http://127.0.0.1.nip.io',
  'https://user:pass@api.hubapi.com',
  'https://api.hubapi.com/?a=1',
  'ftp://localhost',
  'javascript:alert(1)',
  'api.hubapi.com',
  '',
])('sends no credentials to %s', (text) => {
  expect(baseUrlOf(text)).toBeNull();
});
