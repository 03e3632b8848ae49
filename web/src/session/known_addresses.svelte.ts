// Where phones reach the server, learned anew for as long as a page is open: the laptop gets
// another address from the router, or its first one, while a board on localhost stays connected.
import { lan_addresses } from './addresses';

export const ask_period_ms = 30_000;

export class KnownAddresses {
  #known: readonly string[] = $state.raw([]);

  // As the server said last, the likeliest first; what it does not answer changes nothing.
  get known(): readonly string[] {
    return this.#known;
  }

  // Asks now and every half minute, until what it returns is called.
  watch(): () => void {
    void this.#ask();
    const timer = setInterval(() => void this.#ask(), ask_period_ms);
    return () => clearInterval(timer);
  }

  async #ask(): Promise<void> {
    const found = await lan_addresses();
    if (found.length > 0) this.#known = found;
  }
}
