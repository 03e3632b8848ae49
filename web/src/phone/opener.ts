// Whoever had the focus when something was opened has it again when that is closed; an id tells
// one that was drawn anew meanwhile.
import { tick } from 'svelte';

export class Opener {
  #one: Element | null = null;

  remember(): void {
    this.#one = document.activeElement;
  }

  async focus(): Promise<void> {
    await tick();
    const one =
      this.#one?.isConnected === false ? document.getElementById(this.#one.id) : this.#one;
    if (one instanceof HTMLElement) one.focus();
  }
}
