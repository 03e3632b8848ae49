// Texts that hang on an idea, by its id: how one's own is mended, or what one wrote before one
// supported somebody else's instead. Each is kept like a draft, until it is sent or given up.
import { keys } from '../session/storage';
import { Draft, nothing, type Written } from '../session/draft.svelte';

export class IdeaDrafts {
  #owner: string;
  #drafts: ReadonlyMap<number, Draft> = $state.raw(new Map());

  // `owner` names session, person slot and the sort of text.
  constructor(owner: string) {
    this.#owner = owner;
    this.#drafts = this.#kept();
  }

  get all(): readonly (readonly [number, Draft])[] {
    return [...this.#drafts];
  }

  get(idea: number): Draft | null {
    return this.#drafts.get(idea) ?? null;
  }

  // Begins with this; what is typed from then on is kept.
  begin(idea: number, first: Written): Draft {
    const draft = this.get(idea) ?? new Draft(`${this.#owner}.${idea}`, first);
    this.#drafts = new Map([...this.#drafts, [idea, draft]]);
    return draft;
  }

  // Keeps this too.
  put(idea: number, { text, areas }: Written): void {
    const before = this.get(idea);
    const whole = before === null ? text : `${before.text}\n${text}`;
    this.begin(idea, nothing).take({ text: whole, areas });
  }

  drop(idea: number): void {
    this.get(idea)?.clear();
    this.#drafts = new Map([...this.#drafts].filter(([id]) => id !== idea));
  }

  // Another page of this browser wrote here; this one follows unless it is the one being typed in.
  hear(key: string | null): void {
    if (key?.startsWith(this.#prefix) !== true || document.hasFocus()) return;
    this.#drafts = this.#kept();
  }

  get #prefix(): string {
    return `viche.draft.${this.#owner}.`;
  }

  #kept(): ReadonlyMap<number, Draft> {
    const ids = keys(this.#prefix).map((key) => Number(key.slice(this.#prefix.length)));
    const known = ids.filter((id) => Number.isInteger(id)).sort((a, b) => a - b);
    return new Map(known.map((id) => [id, new Draft(`${this.#owner}.${id}`)]));
  }
}
