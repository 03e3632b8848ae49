// Which moves of this person's votes they have read of; kept, so that each is told once.
import { read, write } from '../session/storage';
import type { MovedVote } from './moved_votes';

export class ToldMoves {
  #key: string;
  #told: readonly string[] = $state.raw([]);

  // `owner` names session and person slot.
  constructor(owner: string) {
    this.#key = `viche.moved.${owner}`;
    this.#told = (read(this.#key) ?? '').split(' ').filter((key) => key !== '');
  }

  has({ key }: MovedVote): boolean {
    return this.#told.includes(key);
  }

  add({ key }: MovedVote): void {
    this.#told = [...this.#told, key];
    write(this.#key, this.#told.join(' '));
  }
}
