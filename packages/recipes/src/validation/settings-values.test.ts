import { describe, expect, it } from '@jest/globals';
import type { Setting } from '../schema/setting.js';
import { settingsWithDefaults, validateSettings } from './settings-values.js';

const from = { connector: 'pandadoc', pickList: 'statuses' };
const settings: Setting[] = [
  { key: 'pipeline', title: 'Pipeline', type: 'choice', from, required: true },
  {
    key: 'statuses',
    title: 'Statuses',
    type: 'choices',
    from: { ...from, only: ['sent', 'completed'] },
    default: ['sent'],
  },
  { key: 'stages', title: 'Stages', type: 'mapping', keys: from, values: from },
  { key: 'add', title: 'Add', type: 'switch', default: true },
  { key: 'days', title: 'Days', type: 'number' },
  { key: 'note', title: 'Note', type: 'text' },
];
const check = (values: unknown) => validateSettings({ settings }, values);

describe('the settings that a person fills in', () => {
  it('need only what is required and has no default', () => {
    expect(check({ pipeline: 'default' })).toEqual([]);
    expect(check({})).toEqual([{ pointer: '/pipeline', message: '"Pipeline" must be filled in', severity: 'error' }]);
    expect(check({ pipeline: '' })).toHaveLength(1);
  });

  it('must be of the type of their setting', () => {
    const values = { pipeline: 1, statuses: 'sent', stages: ['x'], add: 'yes', days: '3', note: 4 };
    expect(check(values).map(({ pointer, message }) => `${pointer}: ${message}`)).toEqual([
      '/pipeline: "Pipeline" must be a choice, written as text, not 1',
      '/statuses: "Statuses" must be a list of choices, not "sent"',
      '/stages: "Stages" must be an object from choice to choice, not a list',
      '/add: "Add" must be true or false, not "yes"',
      '/days: "Days" must be a number, not "3"',
      '/note: "Note" must be text, not 4',
    ]);
  });

  it('must be among the choices that the recipe offers', () => {
    expect(check({ pipeline: 'a', statuses: ['sent', 'compleeted', 'sent'] })).toMatchObject([
      { pointer: '/statuses/1', suggestion: 'completed' },
      { pointer: '/statuses/2', message: '"Statuses" holds "sent" twice' },
    ]);
  });

  it('that the recipe does not have are named', () => {
    expect(check({ pipeline: 'a', pipelin: 'b' })).toMatchObject([{ pointer: '/pipelin', suggestion: 'pipeline' }]);
  });

  it.each([null, [], 'x', { pipeline: { a: () => 1 } }, JSON.parse('{"__proto__": 1}')])(
    'never make it throw: %p',
    (values) => {
      expect(check(values)).toHaveLength(1);
    },
  );

  it('have their default or the empty value of their type where nothing is filled in', () => {
    expect(settingsWithDefaults({ settings }, { pipeline: 'default', add: false, statuses: null })).toEqual({
      pipeline: 'default',
      statuses: ['sent'],
      stages: {},
      add: false,
      days: null,
      note: null,
    });
  });

  it('do not take inherited names for values', () => {
    const odd: Setting[] = [{ key: 'constructor', title: 'C', type: 'text' }];
    expect(settingsWithDefaults({ settings: odd }, {})).toEqual({ constructor: null });
  });
});
