import { createHash } from 'node:crypto';

/**
 * A short, visible mark in the body of what we create, made from the caller's key. By it a repeat finds what an earlier
 * attempt already made: HubSpot offers no key of our own on notes and tasks, and its search is some seconds behind.
 */
export const markerOf = (key: string): string => `Tandem ${digest(key, 16)}`;

export const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

export const markLine = (key: string): string => `<p>[${markerOf(key)}]</p>`;

/** Plain text as the HTML that HubSpot keeps in bodies. */
export function toHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split(/\r?\n/)
    .map((line) => `<p>${line}</p>`)
    .join('');
}
