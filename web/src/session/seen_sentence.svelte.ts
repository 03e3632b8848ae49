// What stood for a table when somebody began to write for it: whoever was slower sees what the
// others said meanwhile, and decides.

export interface Writing {
  table: number;
  /** The seq of the sentence that stands for this table, 0: none. */
  standing: number;
  /** Whether nothing is begun. */
  is_empty: boolean;
}

export class SeenSentence {
  #seen: { table: number; standing: number } = $state.raw({ table: 0, standing: 0 });

  constructor({ table, standing }: Writing) {
    this.#seen = { table, standing };
  }

  /** An empty field has overlooked nothing; nor has one that was for another table until now. */
  look({ table, standing, is_empty }: Writing): void {
    if (is_empty || this.#seen.table !== table) this.#seen = { table, standing };
  }

  was_overtaken({ table, standing, is_empty }: Writing): boolean {
    return !is_empty && this.#seen.table === table && this.#seen.standing !== standing;
  }
}
