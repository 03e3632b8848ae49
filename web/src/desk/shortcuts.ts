// Every key of the desk: the one table that the keys obey and the «?» dialog shows. Pure.
//
// Keys are told by their place on the keyboard (`code`): the same key works whether it writes П or
// G. Letters are those of the Ukrainian words: П приховати, Е екран, О об’єднати, С схожі, У усім,
// К коригувати, З за мною. Nothing
// that cannot be taken back has a key, and what the hall would notice (phases, pauses) only gets
// the focus: Enter goes on from there.
import type { LanguageName } from '../text/plural';
import { HIDE_REASONS } from '../wire/ops.gen';

export const GROUPS = ['move', 'idea', 'marked', 'session'] as const;
export type Group = (typeof GROUPS)[number];

/** Where a key counts: anywhere on the desk, in the list of ideas, while a reason is asked for. */
export type Scope = 'desk' | 'list' | 'reasons';

export interface Key {
  code: string;
  shift?: true;
  ctrl?: true;
}

interface Entry {
  command: string;
  group: Group;
  scope: Scope;
  keys: readonly Key[];
  /** Signs that mean the same wherever a layout has them. */
  sign?: string;
  /** The key gives the focus to its button and does not press it. */
  is_focus?: true;
}

const key = (code: string): Key => ({ code });
const shifted = (code: string): Key => ({ code, shift: true });
const DIGITS = HIDE_REASONS.map((_, at) => at + 1);

const TABLE = [
  { command: 'list', group: 'move', scope: 'desk', keys: [key('KeyS')], is_focus: true },
  { command: 'up', group: 'move', scope: 'list', keys: [key('ArrowUp')] },
  { command: 'down', group: 'move', scope: 'list', keys: [key('ArrowDown')] },
  { command: 'page_up', group: 'move', scope: 'list', keys: [key('PageUp')] },
  { command: 'page_down', group: 'move', scope: 'list', keys: [key('PageDown')] },
  { command: 'first', group: 'move', scope: 'list', keys: [key('Home')] },
  { command: 'last', group: 'move', scope: 'list', keys: [key('End')] },
  {
    command: 'search',
    group: 'move',
    scope: 'desk',
    keys: [key('Slash'), key('NumpadDivide')],
    sign: '/',
    is_focus: true,
  },
  { command: 'filters', group: 'move', scope: 'desk', keys: [key('KeyA')] },

  { command: 'read', group: 'idea', scope: 'list', keys: [key('Enter'), key('NumpadEnter')] },
  { command: 'mark', group: 'idea', scope: 'desk', keys: [key('KeyX')] },
  { command: 'approve', group: 'idea', scope: 'desk', keys: [key('KeyE')] },
  { command: 'screen', group: 'idea', scope: 'desk', keys: [key('KeyT')] },
  { command: 'hide', group: 'idea', scope: 'desk', keys: [key('KeyG')] },
  {
    command: 'reason',
    group: 'idea',
    scope: 'reasons',
    keys: DIGITS.flatMap((digit) => [key(`Digit${digit}`), key(`Numpad${digit}`)]),
  },
  { command: 'restore', group: 'idea', scope: 'desk', keys: [key('KeyD')] },
  { command: 'retag', group: 'idea', scope: 'desk', keys: [key('KeyY')] },
  { command: 'similar', group: 'idea', scope: 'desk', keys: [key('KeyC')] },
  { command: 'correct', group: 'idea', scope: 'desk', keys: [key('KeyR')] },
  { command: 'claim', group: 'idea', scope: 'desk', keys: [key('KeyP')] },
  { command: 'split', group: 'idea', scope: 'desk', keys: [key('KeyH')] },

  { command: 'mark_all', group: 'marked', scope: 'desk', keys: [shifted('KeyX')] },
  { command: 'approve_marked', group: 'marked', scope: 'desk', keys: [shifted('KeyE')] },
  { command: 'merge', group: 'marked', scope: 'desk', keys: [key('KeyJ')] },
  { command: 'hide_marked', group: 'marked', scope: 'desk', keys: [shifted('KeyG')] },
  { command: 'restore_marked', group: 'marked', scope: 'desk', keys: [shifted('KeyD')] },
  { command: 'retag_marked', group: 'marked', scope: 'desk', keys: [shifted('KeyY')] },

  { command: 'undo', group: 'session', scope: 'desk', keys: [{ code: 'KeyZ', ctrl: true }] },
  { command: 'add_1', group: 'session', scope: 'desk', keys: [shifted('Digit1')] },
  { command: 'add_5', group: 'session', scope: 'desk', keys: [shifted('Digit5')] },
  { command: 'next', group: 'session', scope: 'desk', keys: [key('KeyL')], is_focus: true },
  { command: 'pause', group: 'session', scope: 'desk', keys: [key('KeyN')], is_focus: true },
  { command: 'help', group: 'session', scope: 'desk', keys: [shifted('Slash')], sign: '?' },
] as const satisfies readonly Entry[];

export type Command = (typeof TABLE)[number]['command'];
export type Shortcut = Entry & { command: Command };
export const SHORTCUTS: readonly Shortcut[] = TABLE;

export interface Pressed {
  code: string;
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key asks for here; null: nothing. */
export function shortcut_of(pressed: Pressed, scope: Scope): Shortcut | null {
  return SHORTCUTS.find((one) => one.scope === scope && is_of(pressed, one)) ?? null;
}

function is_of(pressed: Pressed, { keys, sign }: Shortcut): boolean {
  if (pressed.altKey) return false;
  const has_ctrl = pressed.ctrlKey || pressed.metaKey;
  if (sign !== undefined && pressed.key === sign && !has_ctrl) return true;
  return keys.some(
    ({ code, shift = false, ctrl = false }) =>
      code === pressed.code && shift === pressed.shiftKey && ctrl === has_ctrl,
  );
}

/** One character does it: somebody who speaks to the computer must be able to switch that off. */
export function is_single({ keys, scope }: Shortcut): boolean {
  return scope === 'desk' && keys.some(({ ctrl }) => ctrl === undefined);
}

/** Which of a numbered line is meant, 0 the first; -1: none. */
export function place_pressed({ code }: Pressed): number {
  return Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0) - 1;
}

const UKRAINIAN: Readonly<Record<string, string>> = {
  KeyA: 'Ф',
  KeyC: 'С',
  KeyD: 'В',
  KeyE: 'У',
  KeyG: 'П',
  KeyH: 'Р',
  KeyJ: 'О',
  KeyL: 'Д',
  KeyN: 'Т',
  KeyP: 'З',
  KeyR: 'К',
  KeyS: 'І',
  KeyT: 'Е',
  KeyX: 'Ч',
  KeyY: 'Н',
};
const NAMED: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/** As a keyboard of this language has it written on the key. */
export function key_name({ command, keys, sign }: Shortcut, language: LanguageName): string {
  const [first] = keys;
  if (sign !== undefined || first === undefined) return sign ?? '';
  if (command === 'reason') return `1–${DIGITS.length}`;
  const { code, shift = false, ctrl = false } = first;
  const written = (language === 'uk' && !ctrl ? UKRAINIAN[code] : undefined) ?? NAMED[code];
  const name = written ?? code.replace(/^(Key|Digit)/, '');
  return [ctrl ? 'Ctrl' : '', shift ? 'Shift' : '', name].filter(Boolean).join(' + ');
}

export function key_of(command: Command, language: LanguageName): string {
  const found = SHORTCUTS.find((one) => one.command === command);
  return found === undefined ? '' : key_name(found, language);
}
