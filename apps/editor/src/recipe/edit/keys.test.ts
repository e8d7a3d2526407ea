import { expect, it } from '@jest/globals';
import { commandOf, isForAnywhere, isTyping } from './keys.js';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

it('moves the selection with the arrows, the step with Alt and the arrows', () => {
  expect(press('ArrowDown')).toEqual({ do: 'go', to: 'down', isMore: false });
  expect(press('ArrowDown', { shiftKey: true })).toEqual({ do: 'go', to: 'down', isMore: true });
  expect(press('ArrowUp', { altKey: true })).toEqual({ do: 'up' });
  expect(press('ArrowRight', { altKey: true })).toEqual({ do: 'indent' });
});

it('knows the usual keys, on a Mac too', () => {
  expect(press('z', { ctrlKey: true })).toEqual({ do: 'undo' });
  expect(press('Z', { metaKey: true, shiftKey: true })).toEqual({ do: 'redo' });
  expect(press('y', { ctrlKey: true })).toEqual({ do: 'redo' });
  expect(press('d', { ctrlKey: true })).toEqual({ do: 'duplicate' });
  expect(press('Delete')).toEqual({ do: 'remove' });
  expect(press('Enter')).toEqual({ do: 'open' });
});

it('finds steps and commands', () => {
  expect(press('/')).toEqual({ do: 'find' });
  expect(press('f', { ctrlKey: true })).toEqual({ do: 'find' });
  expect(press('k', { metaKey: true })).toEqual({ do: 'palette' });
});

it('saves, finds and opens the palette from inside a field too, and nothing else', () => {
  const anywhere = (key: string, ctrlKey: boolean) =>
    isForAnywhere({ key, ctrlKey, metaKey: false, shiftKey: false, altKey: false });
  expect(['s', 'f', 'k', 'z', 'a', 'x'].filter((key) => anywhere(key, true))).toEqual(['s', 'f', 'k']);
  expect(anywhere('/', false)).toBe(false);
});

it('leaves all other keys to the browser', () => {
  expect(press('p', { ctrlKey: true })).toBeUndefined();
  expect(press('x')).toBeUndefined();
  expect(press('toString')).toBeUndefined();
});

it('leaves keys to the field that is typed in', () => {
  document.body.innerHTML = '<textarea></textarea><div tabindex="0"></div>';
  expect(isTyping(document.querySelector('textarea'))).toBe(true);
  expect(isTyping(document.querySelector('div'))).toBe(false);
});
