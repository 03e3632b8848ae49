// What is being written, as it was typed; kept over a reload for its owner: a session and person
// slot, or a session's operator.
import { erase, read, write } from './storage';
import { parse_draft } from '../wire/stored';

export type Written = { readonly text: string; readonly areas: readonly string[] };

export const nothing: Written = { text: '', areas: [] };

export class Draft {
  #key: string;
  #text = $state('');
  #areas: readonly string[] = $state.raw([]);

  // `first` is what one begins with where nothing was kept.
  constructor(owner: string, first?: Written) {
    this.#key = `viche.draft.${owner}`;
    this.#show(parse_draft(read(this.#key) ?? '') ?? first ?? nothing);
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    this.#keep();
  }

  get areas(): readonly string[] {
    return this.#areas;
  }

  set areas(areas: readonly string[]) {
    this.#areas = areas;
    this.#keep();
  }

  get is_empty(): boolean {
    return this.#text.trim() === '';
  }

  // Another page of this browser wrote here; this one follows unless it is the one being typed in.
  hear(key: string | null, value: string | null): void {
    if (key !== this.#key || document.hasFocus()) return;
    this.#show(parse_draft(value ?? '') ?? nothing);
  }

  // Puts another text in the place of this one.
  take({ text, areas }: Written): void {
    this.#show({ text, areas });
    this.#keep();
  }

  clear(): void {
    this.#show(nothing);
    erase(this.#key);
  }

  #show({ text, areas }: Written): void {
    this.#text = text;
    this.#areas = areas;
  }

  #keep(): void {
    write(this.#key, JSON.stringify({ text: this.#text, areas: this.#areas }));
  }
}
