// What is known of people without phones and of what is typed from paper, and the way to say more:
// one for the operator's page and for the desk, whose people confirm each other's entries.
import { hall_of } from '../../board/hall';
import { make_cards, type CardsAsked, type CardsMade } from '../../session/cards';
import type { Live, Outcome } from '../../session/live.svelte';
import { many, one } from '../../session/others';
import type {
  CardsRecord,
  GuestsLine,
  HandCountRecord,
  Op,
  RefusalName,
  SheetRecord,
  WarmupRecord,
} from '../../wire/ops.gen';
import { is_cards, is_guests, is_hand_count, is_sheet, is_warmup } from '../../wire/other_records';
import { guests_with } from './guests';
import type { ListedIdea } from './marks';
import { hands_lines, sheet_lines, type HandsLine, type SheetLine } from './second_person';

export type { CardsAsked };

export class Paper {
  #live: Live;
  #code: string;
  #secret: string | null;

  // `secret`: where the browser keeps no cookies.
  constructor(live: Live, code: string, secret: string | null) {
    this.#live = live;
    this.#code = code;
    this.#secret = secret;
  }

  /** Ideas that are voted for, by number. */
  get ideas(): readonly ListedIdea[] {
    const ideas = hall_of(this.#live.records)?.ideas ?? [];
    return [...ideas].sort((a, b) => a.number - b.number);
  }

  get votes_per_person(): number {
    return this.#live.records.session?.votes_per_person ?? 0;
  }

  /** A sheet's number is its card's, and not what somebody wrote on it. */
  get has_cards(): boolean {
    return this.#live.records.session?.level === 2;
  }

  /** Whether sheets and hands are taken now: not once the hall has seen a place. */
  get is_open(): boolean {
    const phase = this.#live.records.phase?.phase;
    return (phase === 'vote' || phase === 'results') && !this.is_revealed;
  }

  get is_revealed(): boolean {
    return [...this.#live.records.ideas.values()].some(({ place }) => (place ?? 0) > 0);
  }

  get sheets(): readonly SheetLine[] {
    return sheet_lines(this.#many_sheets(), this.#me);
  }

  get hands(): readonly HandsLine[] {
    return hands_lines(
      many<HandCountRecord>(this.#live.records.others, 'hand_count', is_hand_count),
      this.#me,
    );
  }

  /** With those whose number is on its way. */
  get guests(): readonly GuestsLine[] {
    const known = one(this.#live.records.others, 'guests', is_guests)?.guests ?? [];
    return guests_with(
      known,
      this.#live.outbox.map(({ op }) => op),
    );
  }

  get warmup(): WarmupRecord | null {
    return one(this.#live.records.others, 'warmup', is_warmup);
  }

  get cards(): CardsRecord {
    const none = { issued: 0, used: 0, replaced: 0 };
    return one(this.#live.records.others, 'cards', is_cards) ?? none;
  }

  /** What is refused is said where it was tried, not kept to be given back. */
  async send(op: Op): Promise<Outcome> {
    const outcome = await this.#live.send(op);
    const back = this.#live.returned.find((returned) => returned.op === op);
    if (back !== undefined) this.#live.dismiss(back.id);
    return outcome;
  }

  /** Cards of the vote as they are printed: shown now, and never again. */
  make_cards(asked: CardsAsked): Promise<CardsMade | RefusalName | 'unreachable'> {
    return make_cards(this.#code, asked, this.#secret);
  }

  get #me(): string {
    return this.#live.mine.me?.writer ?? '';
  }

  #many_sheets(): ReadonlyMap<number, SheetRecord> {
    return many(this.#live.records.others, 'sheet', is_sheet);
  }
}
