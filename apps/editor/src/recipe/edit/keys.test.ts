import { expect, it } from '@jest/globals';
import { commandOf, isTyping } from './keys.js';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

it('moves the selection with the arrows, the step with Alt and the arrows', () => {
  expect(press('ArrowDown')).toEqual({ do: 'go', to: 'down', isMore: false });
  expect(press('ArrowDown', { shiftKey: true })).toEqual({ do: 'go', to: 'down', isMore: true });
  expect(press('ArrowUp', { altKey: true })).toEqual({ do: 'nudge', by: -1 });
  expect(press('ArrowRight', { altKey: true })).toEqual({ do: 'indent' });
});

it('knows the usual keys, on a Mac too', () => {
  expect(press('z', { ctrlKey: true })).toEqual({ do: 'undo' });
  expect(press('Z', { metaKey: true, shiftKey: true })).toEqual({ do: 'redo' });
  expect(press('y', { ctrlKey: true })).toEqual({ do: 'redo' });
  expect(press('d', { ctrlKey: true })).toEqual({ do: 'duplicate' });
  expect(press('Delete')).toEqual({ do: 'remove' });
});

it('leaves all other keys to the browser', () => {
  expect(press('f', { ctrlKey: true })).toBeUndefined();
  expect(press('x')).toBeUndefined();
  expect(press('toString')).toBeUndefined();
});

it('leaves keys to the field that is typed in', () => {
  document.body.innerHTML = '<textarea></textarea><div tabindex="0"></div>';
  expect(isTyping(document.querySelector('textarea'))).toBe(true);
  expect(isTyping(document.querySelector('div'))).toBe(false);
});
