import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Message, Messages } from './catalogue.svelte';
import { catalogue, language } from './catalogue.svelte';

// Every file of messages of this folder, found, so that a new one
// cannot be forgotten: NAME.uk.ts or uk.ts, with its English beside it.
const files = import.meta.glob<Record<string, Messages>>(['./*uk.ts', './*en.ts'], { eager: true });
const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

function messages_in(path: string): Messages {
  return Object.values(files[path] ?? {})[0] ?? {};
}

function words(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function params(message: Message): string[] {
  const found = words(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []);
  return [...new Set(found)].sort();
}

const pairs = Object.keys(files)
  .filter((path) => path.endsWith('uk.ts'))
  .map((uk) => ({ uk, en: uk.replace(/uk\.ts$/, 'en.ts') }));

describe.each(pairs)('the messages of $uk', ({ uk, en }) => {
  const ukrainian = messages_in(uk);
  const english = messages_in(en);

  it('have the same keys in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(ukrainian).sort());
  });

  it('have words in every form', () => {
    for (const [key, message] of [...Object.entries(ukrainian), ...Object.entries(english)]) {
      for (const text of words(message)) expect(text.trim(), key).not.toBe('');
    }
  });

  it('have all four Ukrainian forms where they count', () => {
    for (const [key, message] of Object.entries(ukrainian)) {
      if (typeof message !== 'string') {
        expect(Object.keys(message).sort(), key).toEqual(['few', 'many', 'one', 'other']);
      }
    }
  });

  it('ask for the same parameters in both languages', () => {
    for (const [key, message] of Object.entries(ukrainian)) {
      expect(params(english[key] ?? ''), key).toEqual(params(message));
    }
  });

  it('are typed as Ukrainian is: ’ in words, «…» round them, no straight quotes', () => {
    for (const [key, message] of Object.entries(ukrainian)) {
      for (const text of words(message)) expect(text, key).not.toMatch(/['"`]/);
    }
  });

  it('are all used', () => {
    const code = Object.entries(sources)
      .filter(([path]) => !path.startsWith('./'))
      .map(([, text]) => text)
      .join('\n');
    const unused = Object.keys(ukrainian).filter((key) => !is_used(key, code));
    expect(unused).toEqual([]);
  });
});

// `t('key')`, or a key put together: t(`phase_${phase}`), t(`${kind}_title`).
function is_used(key: string, code: string): boolean {
  if (new RegExp(`['"\`]${key}['"\`]`).test(code)) return true;
  return [...key.matchAll(/_/g)].some(({ index }) => {
    const beginning = key.slice(0, index + 1);
    const end = new RegExp(`\`\\$\\{\\w+\\}${key.slice(index)}\``);
    return code.includes(`\`${beginning}\${`) || end.test(code);
  });
}

describe('t', () => {
  const t = catalogue(
    {
      plain: 'Надіслано',
      named: 'Причина: {reason}',
      left: {
        one: 'Залишився {n} голос',
        few: 'Залишилося {n} голоси',
        many: 'Залишилося {n} голосів',
        other: 'Залишилося {n} голосу',
      },
    },
    () =>
      Promise.resolve({
        plain: 'Sent',
        named: 'Reason: {reason}',
        left: { one: '{n} vote left', other: '{n} votes left' },
      }),
  );

  beforeAll(() => {
    vi.stubGlobal('document', { documentElement: { lang: 'uk' } });
  });

  it('speaks Ukrainian first, with the right form', async () => {
    await language.choose('uk');
    expect(t('plain')).toBe('Надіслано');
    expect(t('named', { reason: 'повтор' })).toBe('Причина: повтор');
    expect([1, 2, 5, 21].map((n) => t('left', { n }))).toEqual([
      'Залишився 1 голос',
      'Залишилося 2 голоси',
      'Залишилося 5 голосів',
      'Залишився 21 голос',
    ]);
  });

  it('speaks English once that is chosen', async () => {
    await language.choose('en');
    expect(t('left', { n: 1 })).toBe('1 vote left');
    expect(t('left', { n: 0 })).toBe('0 votes left');
    expect(document.documentElement.lang).toBe('en');
  });

  it('leaves a resident’s own braces and dollars alone', async () => {
    await language.choose('uk');
    expect(t('named', { reason: '$& {n}' })).toBe('Причина: $& {n}');
  });
});
