// The guard for what this page itself kept in the browser's storage: ops of a resident, not yet
// answered or given back. Storage is outside too; what does not fit is left alone.
import { is_refusal_name } from './answers';
import { CHANNELS, type Op, type RefusalName } from './ops.gen';
import { both, is_integer, is_text, list_of, one_of, parse_json, perhaps, shape } from './shape';
import type { Guard } from './shape';

export type Pending = { readonly id: string; readonly op: Op; readonly at: number };
export type Returned = Pending & {
  readonly refusal: RefusalName;
  readonly field?: string;
  readonly limit?: number;
};

type OpOf<K extends Op['kind']> = Extract<Op, { kind: K }>;

const is_channel = one_of(CHANNELS);

const resident_ops: readonly Guard<Op>[] = [
  shape<OpOf<'withdraw_idea'>>({ kind: one_of(['withdraw_idea']), idea: is_integer }),
  shape<OpOf<'support_idea'>>({ kind: one_of(['support_idea']), idea: is_integer }),
  shape<OpOf<'withdraw_support'>>({ kind: one_of(['withdraw_support']), idea: is_integer }),
  shape<OpOf<'answer_warmup'>>({ kind: one_of(['answer_warmup']), option: is_integer }),
  shape<OpOf<'say_for_table'>>({
    kind: one_of(['say_for_table']),
    table: is_integer,
    text: is_text,
    after: is_integer,
  }),
  shape<OpOf<'ask_help'>>({ kind: one_of(['ask_help']) }),
  shape<OpOf<'cast_vote'>>({ kind: one_of(['cast_vote']), idea: is_integer }),
  shape<OpOf<'withdraw_vote'>>({ kind: one_of(['withdraw_vote']), idea: is_integer }),
  shape<OpOf<'join'>>({
    kind: one_of(['join']),
    table: is_integer,
    settlement: is_text,
    channel: is_channel,
  }),
  shape<OpOf<'submit_idea'>>({
    kind: one_of(['submit_idea']),
    text: is_text,
    areas: list_of(is_text),
    table: is_integer,
    channel: is_channel,
  }),
  shape<OpOf<'submit_late_idea'>>({
    kind: one_of(['submit_late_idea']),
    text: is_text,
    areas: list_of(is_text),
    table: is_integer,
  }),
  shape<OpOf<'edit_idea'>>({ kind: one_of(['edit_idea']), idea: is_integer, text: is_text }),
  shape<OpOf<'tag_idea'>>({
    kind: one_of(['tag_idea']),
    idea: is_integer,
    areas: list_of(is_text),
  }),
];

const is_op: Guard<Op> = (value): value is Op => resident_ops.some((fits) => fits(value));
const is_pending = shape<Pending>({ id: is_text, op: is_op, at: is_integer });
const is_returned: Guard<Returned> = both(
  both(is_pending, shape<Pick<Returned, 'refusal'>>({ refusal: is_refusal_name })),
  perhaps<Pick<Returned, 'field' | 'limit'>>({ field: is_text, limit: is_integer }),
);

export function parse_pending(text: string): Pending | null {
  const value = parse_json(text);
  return is_pending(value) ? value : null;
}

export function parse_returned(text: string): Returned | null {
  const value = parse_json(text);
  return is_returned(value) ? value : null;
}

const is_draft = shape<{ text: string; areas: readonly string[] }>({
  text: is_text,
  areas: list_of(is_text),
});

export function parse_draft(text: string): { text: string; areas: readonly string[] } | null {
  const value = parse_json(text);
  return is_draft(value) ? value : null;
}
