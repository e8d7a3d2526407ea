import type { Setting } from '../schema/setting.js';
import { BOOLEAN, eitherOf, listOf, NULL, NUMBER, objectOf, type Shape, TEXT } from './shape.js';

/** What `settings` is while a recipe runs: each has its value, its default, or the empty value of its type. */
export function shapeOfSettings(settings: Setting[]): Shape {
  return objectOf(Object.fromEntries(settings.map((setting) => [setting.key, shapeOfSetting(setting)])));
}

function shapeOfSetting(setting: Setting): Shape {
  switch (setting.type) {
    case 'text':
    case 'choice':
      return setting.required ? TEXT : eitherOf([TEXT, NULL]);
    case 'number':
      return setting.required ? NUMBER : eitherOf([NUMBER, NULL]);
    case 'switch':
      return BOOLEAN;
    case 'choices':
      return listOf(TEXT);
    case 'mapping':
      return [{ type: 'object', keys: [], member: () => TEXT }];
  }
}
