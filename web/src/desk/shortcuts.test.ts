import { expect, test } from 'vitest';
import { queue_en } from '../text/queue.en';
import { queue_uk } from '../text/queue.uk';
import {
  GROUPS,
  is_single,
  key_name,
  key_of,
  place_pressed,
  shortcut_of,
  SHORTCUTS,
  type Pressed,
} from './shortcuts';

function pressed(code: string, more: Partial<Pressed> = {}): Pressed {
  const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  return { code, key: '', ...none, ...more };
}

test('no two shortcuts are one key, wherever they count', () => {
  const keys = SHORTCUTS.flatMap(({ keys: own, sign }) => [
    ...own.map(({ code, shift, ctrl }) => `${ctrl ?? ''} ${shift ?? ''} ${code}`),
    ...(sign === undefined ? [] : [sign]),
  ]);
  expect(keys.filter((one, at) => keys.indexOf(one) !== at)).toEqual([]);
});

test('every shortcut and every group has words in both languages', () => {
  const keys = [
    ...SHORTCUTS.map(({ command }) => `key_${command}`),
    ...GROUPS.map((group) => `keys_${group}`),
  ];
  for (const messages of [queue_uk, queue_en]) {
    const said = new Map(Object.entries(messages));
    for (const one of keys) expect(said.get(one), one).toBeTruthy();
  }
});

test('every shortcut is asked once and stands in a group that is shown', () => {
  const commands = SHORTCUTS.map(({ command }) => command);
  expect(new Set(commands).size).toBe(commands.length);
  for (const { group } of SHORTCUTS) expect(GROUPS).toContain(group);
});

test('a key is known by its place, whatever letter it writes', () => {
  expect(shortcut_of(pressed('KeyG', { key: 'п' }), 'desk')?.command).toBe('hide');
  expect(shortcut_of(pressed('KeyG', { key: 'g' }), 'desk')?.command).toBe('hide');
  const undo = pressed('KeyZ', { key: 'я', ctrlKey: true });
  expect(shortcut_of(undo, 'desk')?.command).toBe('undo');
  expect(shortcut_of({ ...undo, ctrlKey: false, metaKey: true }, 'desk')?.command).toBe('undo');
});

test('/ and ? are known where the layout has them too', () => {
  const question = pressed('Digit7', { key: '?', shiftKey: true });
  expect(shortcut_of(question, 'desk')?.command).toBe('help');
  expect(shortcut_of(pressed('Slash', { key: '.' }), 'desk')?.command).toBe('search');
  expect(shortcut_of(pressed('Slash', { key: ',', shiftKey: true }), 'desk')?.command).toBe('help');
});

test('modifiers must be as said: Ctrl + C copies, Alt belongs to the browser', () => {
  expect(shortcut_of(pressed('KeyC', { ctrlKey: true }), 'desk')).toBeNull();
  expect(shortcut_of(pressed('KeyG', { altKey: true }), 'desk')).toBeNull();
  expect(shortcut_of(pressed('KeyG', { shiftKey: true }), 'desk')?.command).toBe('hide_marked');
});

test('keys of the list count in the list alone', () => {
  expect(shortcut_of(pressed('ArrowDown'), 'list')?.command).toBe('down');
  expect(shortcut_of(pressed('ArrowDown'), 'desk')).toBeNull();
  expect(shortcut_of(pressed('Digit2'), 'desk')).toBeNull();
});

test('neither a phase nor a pause begins by one key', () => {
  for (const command of ['next', 'pause'])
    expect(SHORTCUTS.find((one) => one.command === command)?.is_focus).toBe(true);
});

test('all keys of one character can be switched off, «?» among them; Ctrl + Z stays', () => {
  const stay = SHORTCUTS.filter((one) => one.scope === 'desk' && !is_single(one));
  expect(stay.map(({ command }) => command)).toEqual(['undo']);
});

test('a reason is chosen by the digits of either part of the keyboard', () => {
  expect(place_pressed(pressed('Digit1'))).toBe(0);
  expect(place_pressed(pressed('Numpad7'))).toBe(6);
  expect(place_pressed(pressed('Digit0'))).toBe(-1);
  expect(place_pressed(pressed('KeyG'))).toBe(-1);
});

test('keys are named as a keyboard of the language has them', () => {
  expect(key_of('hide', 'uk')).toBe('П');
  expect(key_of('hide', 'en')).toBe('G');
  expect(key_of('hide_marked', 'uk')).toBe('Shift + П');
  expect(key_of('undo', 'uk')).toBe('Ctrl + Z');
  expect(key_of('up', 'uk')).toBe('↑');
  for (const one of SHORTCUTS) expect(key_name(one, 'uk'), one.command).not.toMatch(/Key|Digit/);
});

test('a Ukrainian reads Ukrainian letters alone', () => {
  for (const one of SHORTCUTS.filter(({ keys: [first] }) => first?.code.startsWith('Key')))
    if (one.command !== 'undo') expect(key_name(one, 'uk')).toMatch(/(^|\+ )[А-ЯІЇЄҐ]$/);
});
