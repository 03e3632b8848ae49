// The form kept over a reload, in this browser: never the key. What does not fit any more counts as
// not there.
import { erase, read, write } from '../../session/storage';
import { is_integer, is_text, list_of, one_of, parse_json, shape } from '../../wire/shape';
import type { AreaLine, SetupDraft } from './draft';
import { TEMPLATE_NAMES, type PlannedMinutes } from './templates';

const key = 'viche.draft.new_session';

const is_draft = shape<SetupDraft>({
  template: one_of(TEMPLATE_NAMES),
  title: is_text,
  community: is_text,
  question: is_text,
  areas: list_of(
    shape<AreaLine>({ id: is_integer, origin: is_text, name: is_text, full_name: is_text }),
  ),
  settlements: is_text,
  tables: is_integer,
  votes_per_person: is_integer,
  level: is_integer,
  minutes: shape<PlannedMinutes>({
    warmup: is_integer,
    talk: is_integer,
    ideas: is_integer,
    sort: is_integer,
    vote: is_integer,
    results: is_integer,
  }),
  warmup: is_text,
  answers: is_text,
  partners: is_text,
  logo: is_text,
});

export function kept_draft(): SetupDraft | null {
  const value = parse_json(read(key) ?? '');
  return is_draft(value) ? value : null;
}

export function keep_draft(draft: SetupDraft): void {
  write(key, JSON.stringify(draft));
}

export function forget_draft(): void {
  erase(key);
}
