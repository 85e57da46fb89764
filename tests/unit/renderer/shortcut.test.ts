import { describe, expect, test } from 'vitest';
import { keyCaps, matches } from '#renderer/components/keyboard/shortcut.ts';

type Pressed = Partial<
  Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>
>;

/** The parts of a key event that decide, on a keyboard without ⌘. */
function press(pressed: Pressed): KeyboardEvent {
  const plain = {
    key: '',
    code: '',
    ctrlKey: false,
    shiftKey: false,
    altKey: false,
    metaKey: false,
  };
  return { ...plain, ...pressed } as KeyboardEvent;
}

describe('a key', () => {
  test('matches with exactly its modifiers', () => {
    const undo = { keys: 'mod+z' };
    expect(matches(press({ key: 'z', ctrlKey: true }), undo)).toBe(true);
    expect(matches(press({ key: 'z' }), undo)).toBe(false);
    expect(matches(press({ key: 'Z', ctrlKey: true, shiftKey: true }), undo)).toBe(false);
    expect(matches(press({ key: 'z', ctrlKey: true, altKey: true }), undo)).toBe(false);
  });

  test('may have several spellings', () => {
    const redo = { keys: ['mod+shift+z', 'mod+y'] } as const;
    expect(matches(press({ key: 'Z', ctrlKey: true, shiftKey: true }), redo)).toBe(true);
    expect(matches(press({ key: 'y', ctrlKey: true }), redo)).toBe(true);
  });

  test('is known by its place when an input method or another alphabet hides the letter', () => {
    expect(matches(press({ key: 'Process', code: 'KeyJ' }), { keys: 'j' })).toBe(true);
    expect(matches(press({ key: 'о', code: 'KeyJ' }), { keys: 'j' })).toBe(true);
  });

  test('that is a sign needs no particular shift', () => {
    expect(matches(press({ key: '?', shiftKey: true }), { keys: '?' })).toBe(true);
    expect(matches(press({ key: '?' }), { keys: '?' })).toBe(true);
    expect(matches(press({ key: '?', ctrlKey: true }), { keys: '?' })).toBe(false);
  });
});

test('the caps of the first spelling are drawn', () => {
  expect(keyCaps({ keys: ['mod+shift+z', 'mod+y'] })).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyCaps({ keys: 'arrowdown' })).toEqual(['↓']);
});
