import { expect, it } from '@jest/globals';
import { change, redo, startHistory, undo } from './history.js';

it('goes back through every change and forth again', () => {
  const two = change(change(startHistory('a'), 'b'), 'c');
  expect(undo(two).present).toBe('b');
  expect(undo(undo(undo(two))).present).toBe('a');
  expect(redo(redo(redo(undo(undo(two))))).present).toBe('c');
});

it('takes letters typed into one field back together, and those of another field apart', () => {
  const typed = ['h', 'he', 'hey'].reduce((sofar, text) => change(sofar, text, 'title'), startHistory(''));
  const elsewhere = change(typed, 'hey!', 'notes');
  expect(undo(elsewhere).present).toBe('hey');
  expect(undo(undo(elsewhere)).present).toBe('');
});

it('forgets what was undone once something else is done', () => {
  expect(redo(change(undo(change(startHistory('a'), 'b')), 'c')).present).toBe('c');
});

it('remembers nothing when nothing changes', () => {
  expect(change(startHistory('a'), 'a').past).toEqual([]);
});
