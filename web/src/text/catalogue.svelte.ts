// Messages: a catalogue per page, the language they are shown in, and the typed
// `t` that pages call. A key that is missing in a language, or a parameter that
// a message does not have, fails the type check; a key nobody uses fails a test.
import { number_text, plural_category, type Forms, type LanguageName } from './plural';

export type Message = string | Forms;
export type Messages = Readonly<Record<string, Message>>;

// What another language must hold for the Ukrainian
// messages `U`: the same keys, plural where plural.
export type Translation<U extends Messages> = {
  readonly [K in keyof U]: U[K] extends string ? string : { one: string; other: string };
};

type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type Names<M extends Message> = M extends string
  ? NamesIn<M>
  : M extends { other: infer Other }
    ? NamesIn<Other> | 'n'
    : never;
type Params<M extends Message> = {
  readonly [P in Names<M>]: P extends 'n' ? number : string | number;
};
type Arguments<M extends Message> = [Names<M>] extends [never] ? [] : [Params<M>];

export interface Translate<U extends Messages> {
  <K extends keyof U & string>(key: K, ...params: Arguments<U[K]>): string;
  /** A message without parameters whose key is put together; null if there is none. */
  plain: (key: string) => string | null;
}

/** Pages of one browser choose apart: a desk read in English leaves the hall its language. */
export type PageName = 'phone' | 'desk' | 'board';

export class Language {
  #current: LanguageName = $state('uk');
  #kept_under: string | null = null;
  #waiting: (() => Promise<void>)[] = [];

  get current(): LanguageName {
    return this.#current;
  }

  // Loads what is not there yet; what is drawn changes at once, whole, when everything is. It stays
  // as it was if the words cannot be had now.
  async choose(language: LanguageName): Promise<void> {
    if (language === 'en' && !(await this.#load_english())) return;
    this.#current = language;
    document.documentElement.lang = language;
    if (this.#kept_under === null) return;
    try {
      localStorage.setItem(this.#kept_under, language);
    } catch {
      // Not remembered, then.
    }
  }

  // The language chosen on this page of this browser before, or Ukrainian; what is chosen from now
  // on is remembered for this page.
  async recall(page: PageName): Promise<void> {
    this.#kept_under = `viche.language.${page}`;
    let kept: string | null = null;
    try {
      kept = localStorage.getItem(this.#kept_under);
    } catch {
      // Nothing is remembered.
    }
    if (kept === 'en') await this.choose('en');
  }

  // After words came that were not there when English was chosen: brings these in English too, or
  // throws if they cannot be had now.
  async complete(): Promise<void> {
    if (this.#current === 'en') await this.#bring_english();
  }

  async #load_english(): Promise<boolean> {
    try {
      await this.#bring_english();
    } catch {
      return false;
    }
    return true;
  }

  async #bring_english(): Promise<void> {
    await Promise.all(this.#waiting.map((load) => load()));
    this.#waiting = [];
  }

  on_first_english(load: () => Promise<void>): void {
    this.#waiting.push(load);
  }
}

export const language = new Language();

// Ukrainian comes with the page, English when it is first chosen.
export function catalogue<const U extends Messages>(
  uk: U,
  load_en: () => Promise<Translation<U>>,
): Translate<U> {
  let en: Messages = uk;
  language.on_first_english(async () => {
    en = await load_en();
  });
  const words = (key: string): Message | undefined => (language.current === 'en' ? en : uk)[key];
  const t = <K extends keyof U & string>(key: K, ...params: Arguments<U[K]>): string =>
    fill(language.current, words(key) ?? '', params[0] ?? {});
  const plain = (key: string): string | null => {
    const message = words(key);
    return message === undefined ? null : fill(language.current, message, {});
  };
  return Object.assign(t, { plain });
}

function fill(
  shown: LanguageName,
  message: Message,
  params: Readonly<Record<string, string | number>>,
): string {
  let text: string;
  if (typeof message === 'string') text = message;
  else {
    const n = params['n'];
    const category = plural_category(shown, typeof n === 'number' ? n : 0);
    text = message[category] ?? message.other;
  }
  // A dash stays with the word before it, never at the beginning of a line.
  return text.replace(/ —/g, '\u00a0—').replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? number_text(shown, value) : value;
  });
}
