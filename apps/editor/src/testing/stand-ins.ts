import { afterEach } from '@jest/globals';
import '@testing-library/jest-dom/jest-globals';
import { cleanup } from '@testing-library/react';

/** jsdom computes no layout: everything is as large as this. */
const SIZE = { width: 1280, height: 800 };

class NoResizes implements ResizeObserver {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}

Object.assign(globalThis, { ResizeObserver: NoResizes });
Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { value: SIZE.width },
  offsetHeight: { value: SIZE.height },
  scrollIntoView: { value: () => undefined },
});
Object.assign(window, {
  scrollTo: () => undefined,
  /** As much of it as is asked for: nothing matches, and nothing ever changes. */
  matchMedia: (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});

/** Text areas that grow listen for fonts that arrive; here none ever does. */
Object.assign(document, { fonts: { addEventListener: () => undefined, removeEventListener: () => undefined } });

afterEach(cleanup);
