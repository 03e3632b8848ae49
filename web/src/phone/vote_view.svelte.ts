// How this person looks at the ideas while voting: as a list, or one at a time in large type;
// remembered on this phone, with the idea one has come to.
import { read, write } from '../session/storage';

export type View = 'list' | 'one';

const view_key = 'viche.vote_view';

export class VoteView {
  #at_key: string;
  #view: View = $state('list');
  #at: number = $state(0);

  // `owner` names session and person slot.
  constructor(owner: string) {
    this.#at_key = `viche.vote_at.${owner}`;
    this.#view = read(view_key) === 'one' ? 'one' : 'list';
    this.#at = Number(read(this.#at_key) ?? 0) || 0;
  }

  get current(): View {
    return this.#view;
  }

  // Id of the idea that stands alone on the screen, 0: none chosen yet.
  get at(): number {
    return this.#at;
  }

  choose(view: View): void {
    this.#view = view;
    write(view_key, view);
  }

  go(id: number): void {
    this.#at = id;
    write(this.#at_key, String(id));
  }
}
