// What can be made of the report, by who needs it, and where each file is asked for. Pure.
import type { FormatState } from '../../wire/report_answers';
import type { Language } from '../../wire/ops.gen';

export const GROUPS = [
  { name: 'council', formats: ['docx', 'pdf', 'odt', 'cards.docx', 'cards.zip'] },
  { name: 'table', formats: ['xlsx', 'excel.csv'] },
  { name: 'open', formats: ['zip', 'csv', 'json'] },
  { name: 'site', formats: ['html', 'notice.txt', 'news.txt'] },
] as const;

export type GroupName = (typeof GROUPS)[number]['name'];
export type Format = (typeof GROUPS)[number]['formats'][number];

export interface Offer {
  format: Format;
  /** Why this laptop cannot make it, and what to install; null: it can. */
  wants: string | null;
}

/**
 * What this server offers of each group; null: it has not said, then everything. What it has no
 * name for is not offered.
 */
export function offered(
  states: readonly FormatState[] | null,
): readonly { name: GroupName; offers: readonly Offer[] }[] {
  const offer_of = (format: Format): readonly Offer[] => {
    if (states === null) return [{ format, wants: null }];
    const state = states.find((one) => one.format === format);
    if (state === undefined) return [];
    return [{ format, wants: state.is_ready ? null : (state.words ?? '') }];
  };
  return GROUPS.map(({ name, formats }) => ({ name, offers: formats.flatMap(offer_of) })).filter(
    ({ offers }) => offers.length > 0,
  );
}

export interface Choice {
  edition: 'public' | 'working';
  language: Language;
  has_authors: boolean;
  /** Numbers of the proposals that get a card; none: the server takes those of the first places. */
  cards: readonly number[];
}

export function path_of(code: string, format: Format, choice: Choice): string {
  const { edition, language, has_authors, cards } = choice;
  const authors = has_authors ? '&authors=yes' : '';
  const at = `/api/sessions/${code}/report.${format}`;
  const is_of_cards = format.startsWith('cards.') && cards.length > 0;
  const ideas = is_of_cards ? `&ideas=${cards.join(',')}` : '';
  return `${at}?edition=${edition}&language=${language}${authors}${ideas}`;
}

/** A key of messages has no dots. */
export function key_of(format: Format): KeyOf<Format> {
  return KEYS[format];
}

type KeyOf<F extends string> = F extends `${infer A}.${infer B}` ? `${A}_${B}` : F;

const KEYS: { readonly [F in Format]: KeyOf<F> } = {
  docx: 'docx',
  pdf: 'pdf',
  odt: 'odt',
  'cards.docx': 'cards_docx',
  'cards.zip': 'cards_zip',
  xlsx: 'xlsx',
  'excel.csv': 'excel_csv',
  zip: 'zip',
  csv: 'csv',
  json: 'json',
  html: 'html',
  'notice.txt': 'notice_txt',
  'news.txt': 'news_txt',
};
