// How an idea was supported: on phones, and apart from them on paper and by raised hands. Pure.
import type { IdeaRecord } from '../wire/ops.gen';

export type Part = { readonly how: 'phones' | 'paper' | 'hands'; readonly n: number };

// None where all of it came from phones.
export function parts_of({
  support = 0,
  paper = 0,
  hands = 0,
}: Pick<IdeaRecord, 'support' | 'paper' | 'hands'>): Part[] {
  if (paper + hands === 0) return [];
  const all: Part[] = [
    { how: 'phones', n: support - paper - hands },
    { how: 'paper', n: paper },
    { how: 'hands', n: hands },
  ];
  return all.filter(({ n }) => n > 0);
}
