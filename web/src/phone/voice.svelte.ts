// What a screen reader is told without being asked: the newest sentence,
// at most one in 5 s, so that a lively hall does not talk over the person.

const gap_ms = 5_000;

class Voice {
  #text = $state('');
  #next = '';
  #spoke_at = -gap_ms;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get text(): string {
    return this.#text;
  }

  say(text: string): void {
    this.#next = text;
    clearTimeout(this.#timer);
    const wait_ms = Math.max(0, this.#spoke_at + gap_ms - Date.now());
    this.#timer = setTimeout(() => {
      this.#spoke_at = Date.now();
      this.#text = this.#next;
    }, wait_ms);
  }
}

export const voice = new Voice();
