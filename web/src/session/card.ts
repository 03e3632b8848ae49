// A printed voting card over HTTP: used by what is typed from it, or by the secret that came with
// its QR, as soon as the server can be asked.
import { parse_card } from '../wire/card_answer';
import { back_off_ms } from './back_off';
import { card_key } from './card_address';
import { bearer, may_come_right, post, refused, type Waiting } from './enter';
import { erase, read } from './storage';

export type CardHolder = {
  readonly code: string;
  readonly slot: number;
  readonly pass: string | null; // where the browser keeps no cookies
};

const again_ms = 1_000;

// The number of the card this person has now, or why they have none.
export async function use_card(
  { code, slot, pass }: CardHolder,
  card: { digits: string } | { code: string },
): Promise<number | Waiting> {
  const body = slot === 0 ? card : { ...card, slot };
  const text = await post(`/api/sessions/${code}/card`, body, bearer(pass));
  return text === null ? 'unreachable' : (parse_card(text) ?? refused(text).refusal);
}

// Uses the card of the address, if there is one: tries until the server answers for good, and then
// forgets the secret and tells. Ends with what it returns.
export function use_kept_card(who: CardHolder, told: (card: number | Waiting) => void): () => void {
  const key = card_key(who.code, who.slot);
  let is_over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function attempt(count: number): Promise<void> {
    const secret = read(key);
    if (secret === null) return;
    const card = await use_card(who, { code: secret });
    if (is_settled(card)) {
      erase(key);
      told(card);
    } else if (!is_over) {
      timer = setTimeout(() => void attempt(count + 1), again_ms + back_off_ms(count));
    }
  }

  void attempt(0);
  return () => {
    is_over = true;
    clearTimeout(timer);
  };
}

// A pass that is missing is got anew by the page itself.
function is_settled(card: number | Waiting): boolean {
  return typeof card === 'number' || (card !== 'pass_missing' && !may_come_right(card));
}
