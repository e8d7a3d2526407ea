import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { patiently } from './patiently.js';

/** A part of a page whose code comes when it is first shown, however long the server is away. */
export const lazily = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> => lazy(async () => ({ default: await patiently(load) }));
