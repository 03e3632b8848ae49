// Marks typed from a paper sheet: numbers of ideas, each tried as it is typed. Pure.

/** An idea as it stands on the sheet. */
export interface ListedIdea {
  id: number;
  number: number;
  text: string;
}

export type MarkFault =
  { why: 'no_number' } | { why: 'too_many' } | { why: 'unknown' | 'twice'; number: number };

/** Numbers with anything a person puts between them; null where something else was typed. */
export function numbers_in(text: string): number[] | null {
  const words = text.split(/[\s,;.№]+/).filter((word) => word !== '');
  if (words.length === 0 || !words.every((word) => /^\d{1,6}$/.test(word))) return null;
  return words.map(Number);
}

/** The marks with those typed now; with a fault, as far as they went before it. */
export function with_typed(
  marks: readonly ListedIdea[],
  typed: string,
  ideas: readonly ListedIdea[],
  most: number,
): { marks: readonly ListedIdea[]; fault: MarkFault | null } {
  const numbers = numbers_in(typed);
  if (numbers === null) return { marks, fault: { why: 'no_number' } };
  const all = [...marks];
  for (const number of numbers) {
    const idea = ideas.find((one) => one.number === number);
    if (idea === undefined) return { marks: all, fault: { why: 'unknown', number } };
    if (all.some(({ id }) => id === idea.id))
      return { marks: all, fault: { why: 'twice', number } };
    if (all.length >= most) return { marks: all, fault: { why: 'too_many' } };
    all.push(idea);
  }
  return { marks: all, fault: null };
}

/** What only one of two people read from the sheet. */
export function difference(
  first: readonly number[],
  second: readonly number[],
): { only_first: readonly number[]; only_second: readonly number[] } {
  return {
    only_first: first.filter((id) => !second.includes(id)),
    only_second: second.filter((id) => !first.includes(id)),
  };
}
