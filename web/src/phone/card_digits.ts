// The eight digits of a voting card as they are typed: in two groups, as they are printed. Pure.

export const digits_count = 8;
const group = 4;

// Out of whatever was typed or pasted.
export function digits_in(text: string): string {
  return text.replace(/\D/g, '').slice(0, digits_count);
}

export function grouped(digits: string): string {
  return digits.length > group ? `${digits.slice(0, group)} ${digits.slice(group)}` : digits;
}

// Where the caret stands in the groups when it stood at `caret` in what was typed.
export function caret_in_groups(typed: string, caret: number): number {
  const before = digits_in(typed.slice(0, caret)).length;
  return before > group ? before + 1 : before;
}
