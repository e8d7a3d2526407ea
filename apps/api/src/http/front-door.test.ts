import { describe, expect, it } from '@jest/globals';
import { refusal, type Visitor } from './front-door.js';

const visitor: Visitor = {
  method: 'POST',
  host: 'tandem.example.com',
  origin: undefined,
  fetchSite: undefined,
  contentType: 'application/json',
  hasBody: true,
};
const statusFor = (change: Partial<Visitor>) =>
  refusal({ ...visitor, ...change }, 'https://tandem.example.com')?.status;

describe('the front door', () => {
  it.each(['tandem.example.com', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', '10.0.0.7'])(
    'answers to %s',
    (host) => {
      expect(statusFor({ host })).toBeUndefined();
    },
  );

  it.each(['evil.example', 'tandem.example.com.evil.example', '', undefined, 'a@localhost', 'localhost/x', '%%'])(
    'does not answer to the host %s, so that no name can be rebound to us',
    (host) => {
      expect(statusFor({ host, method: 'GET' })).toBe(421);
    },
  );

  it('takes changes from its own pages', () => {
    expect(statusFor({ origin: 'https://tandem.example.com' })).toBeUndefined();
    expect(statusFor({ host: 'localhost:3000', origin: 'http://localhost:3000' })).toBeUndefined();
  });

  it.each(['https://evil.example', 'http://localhost:4000', 'null'])('takes no changes from pages of %s', (origin) => {
    expect(statusFor({ host: 'localhost:3000', origin })).toBe(403);
  });

  it('takes no changes that the browser calls cross-site', () => {
    expect(statusFor({ fetchSite: 'cross-site' })).toBe(403);
  });

  it('lets other pages link to it', () => {
    expect(statusFor({ method: 'GET', fetchSite: 'cross-site' })).toBeUndefined();
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/jsonp'])(
    'refuses what a form could post: %s',
    (contentType) => {
      expect(statusFor({ contentType })).toBe(415);
      expect(statusFor({ contentType, hasBody: false })).toBe(415);
    },
  );

  it('takes JSON with a charset, and no type where there is no body', () => {
    expect(statusFor({ contentType: 'application/json; charset=utf-8' })).toBeUndefined();
    expect(statusFor({ contentType: undefined, hasBody: false })).toBeUndefined();
    expect(statusFor({ contentType: undefined, hasBody: true })).toBe(415);
  });
});
