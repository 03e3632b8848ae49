// The guards of HTTP answers, and of the refusals that come both ways.
import { ROLES, type RefusalKind, type RefusalName, type Role } from './ops.gen';
import { both, is_text, one_of, parse_json, perhaps, shape, type Guard } from './shape';

// A newer server may refuse by a name this page has no sentence for: then it says a general one.
export const is_refusal_name: Guard<RefusalName> = (value): value is RefusalName =>
  is_text(value) && /^[a-z_]+$/.test(value);
export const is_refusal_kind = one_of<RefusalKind>(['final', 'later']);

export type Entered = { code: string; title: string; community: string; pass?: string };

const is_entered = both(
  shape<Omit<Entered, 'pass'>>({ code: is_text, title: is_text, community: is_text }),
  perhaps<Pick<Entered, 'pass'>>({ pass: is_text }),
);
const is_traded = shape<{ role: Role }>({ role: one_of(ROLES) });
const is_recovery = shape<{ recovery: string }>({ recovery: is_text });
const is_ticket = shape<{ ticket: string }>({ ticket: is_text });
const is_refused = shape<{ refusal: RefusalName; kind: RefusalKind }>({
  refusal: is_refusal_name,
  kind: is_refusal_kind,
});

// The answer to POST …/enter and …/recover, or null.
export function parse_entered(text: string): Entered | null {
  const value = parse_json(text);
  return is_entered(value) ? value : null;
}

// The answer to GET …/recovery, or null.
export function parse_recovery(text: string): string | null {
  const value = parse_json(text);
  return is_recovery(value) ? value.recovery : null;
}

// The answer to POST …/ticket, or null.
export function parse_ticket(text: string): string | null {
  const value = parse_json(text);
  return is_ticket(value) ? value.ticket : null;
}

// The answer to POST …/trade, or null.
export function parse_traded(text: string): { role: Role } | null {
  const value = parse_json(text);
  return is_traded(value) ? value : null;
}

// The refusal in an HTTP answer's body, or null.
export function parse_refusal(text: string): { refusal: RefusalName; kind: RefusalKind } | null {
  const value = parse_json(text);
  return is_refused(value) ? value : null;
}
