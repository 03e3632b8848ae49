// The way into a page that opens by a link with a secret: desk, operator's form, board. Trades the
// secret as soon as the server answers, and says meanwhile what is waited for.
import type { RefusalName } from '../wire/ops.gen';
import { no_trade, trade, type Traded } from './enter';
import type { ConnectionState } from './live.svelte';

export class Door {
  #traded: Traded | null = $state.raw(null);
  #waits_for: RefusalName | null = $state(null);
  #connection: ConnectionState = $state('connecting');

  // Without a code there is nothing to trade: the address is none of ours.
  constructor(code: string | null) {
    if (code === null) this.#traded = no_trade;
    else void this.#open(code);
  }

  // What came of it; null while it is waited for.
  get traded(): Traded | null {
    return this.#traded;
  }

  // Why the server that was found said `later`, if it did.
  get waits_for(): RefusalName | null {
    return this.#waits_for;
  }

  get connection(): ConnectionState {
    return this.#connection;
  }

  async #open(code: string): Promise<void> {
    this.#traded = await trade(code, (why) => {
      this.#connection = navigator.onLine ? 'reconnecting' : 'offline';
      this.#waits_for = why === 'unreachable' ? null : why;
    });
  }
}
