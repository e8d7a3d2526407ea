import { describe, expect, it } from '@jest/globals';
import { connectors } from './connectors.js';
import { viewOf } from './connector-view.js';

describe.each(connectors.map((connector) => [connector.key, viewOf(connector)] as const))(
  'what %s offers',
  (_key, view) => {
    it('is plain JSON', () => {
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    });

    it('says of every action what goes in, and takes nothing unknown', () => {
      expect(view.actions.length).toBeGreaterThan(5);
      for (const { key, input, output } of view.actions)
        expect([key, input, output]).toEqual([
          key,
          expect.objectContaining({ type: 'object', additionalProperties: false }),
          expect.objectContaining({ type: 'object' }),
        ]);
    });

    it('says what recipes see of every trigger, with the names of its subject', () => {
      expect(view.triggers.length).toBeGreaterThan(2);
      for (const { data, subject } of view.triggers)
        expect(Object.keys(data.properties as object)).toEqual(
          expect.arrayContaining([`${subject}_id`, 'occurred_at']),
        );
    });

    it('names its keys once', () => {
      for (const list of [view.actions, view.triggers, view.pick_lists])
        expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
    });
  },
);
