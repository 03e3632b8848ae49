// What is being written, as it was typed; kept over a reload for its owner: a session and person
// slot, or a session's operator.
import { erase, read, write } from './storage';
import { parse_draft } from '../wire/stored';

export class Draft {
  #key: string;
  #text = $state('');
  #areas: readonly string[] = $state.raw([]);

  constructor(owner: string) {
    this.#key = `viche.draft.${owner}`;
    const kept = parse_draft(read(this.#key) ?? '');
    if (kept === null) return;
    this.#text = kept.text;
    this.#areas = kept.areas;
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
    const { text, areas } = parse_draft(value ?? '') ?? { text: '', areas: [] };
    this.#text = text;
    this.#areas = areas;
  }

  clear(): void {
    this.#text = '';
    this.#areas = [];
    erase(this.#key);
  }

  #keep(): void {
    write(this.#key, JSON.stringify({ text: this.#text, areas: this.#areas }));
  }
}
