// The person's own choice of larger type, for the whole page; remembered.
import { erase, read, write } from '../session/storage';

const key = 'viche.large_type';

class LargeType {
  #is_on = $state(false);

  get is_on(): boolean {
    return this.#is_on;
  }

  recall(): void {
    this.#show(read(key) === 'yes');
  }

  toggle(): void {
    this.#show(!this.#is_on);
    if (this.#is_on) write(key, 'yes');
    else erase(key);
  }

  #show(is_on: boolean): void {
    this.#is_on = is_on;
    document.documentElement.classList.toggle('large', is_on);
  }
}

export const large_type = new LargeType();
