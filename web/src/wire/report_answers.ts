// The guards for what the server answers about the report: which formats it can make, and what an
// edited table would change.
import { both, is_flag, is_integer, is_text, list_of, parse_json, perhaps, shape } from './shape';

/** `words`: why it is not ready, and what to install. */
export type FormatState = { format: string; is_ready: boolean; words?: string };

/** `own_templates`: those the council put in the place of ours. */
export type FormatsTold = {
  formats: readonly FormatState[];
  own_templates: readonly string[];
};

/** Why a document could not be made, in words. */
export type NotMade = { words: string };

/** One cell of one proposal. */
export type TableChange = {
  number: number;
  idea: number;
  field: string;
  before: string;
  after: string;
};

/** `row`: as a spreadsheet counts, 0: the whole file. `column`: its title; empty: the whole row. */
export type TableFinding = { row: number; column: string; words: string };

/** What an edited table would change, or has: with problems nothing of it. */
export type TableRead = {
  applied: boolean;
  /** Names these changes and what they replace, for whoever applies them; empty: there are none. */
  as_of: string;
  changes: readonly TableChange[];
  problems: readonly TableFinding[];
  warnings: readonly TableFinding[];
  /** Proposals whose rows change nothing. */
  unchanged: number;
  /** Numbers of those without a row. */
  missing: readonly number[];
};

const is_state = both(
  shape<Omit<FormatState, 'words'>>({ format: is_text, is_ready: is_flag }),
  perhaps<Pick<FormatState, 'words'>>({ words: is_text }),
);
const are_told = shape<FormatsTold>({
  formats: list_of(is_state),
  own_templates: list_of(is_text),
});
const is_not_made = shape<NotMade>({ words: is_text });
const are_findings = list_of(
  shape<TableFinding>({ row: is_integer, column: is_text, words: is_text }),
);
const is_read = shape<TableRead>({
  applied: is_flag,
  as_of: is_text,
  changes: list_of(
    shape<TableChange>({
      number: is_integer,
      idea: is_integer,
      field: is_text,
      before: is_text,
      after: is_text,
    }),
  ),
  problems: are_findings,
  warnings: are_findings,
  unchanged: is_integer,
  missing: list_of(is_integer),
});

// The answer to GET …/formats, or null.
export function parse_formats(text: string): FormatsTold | null {
  const value = parse_json(text);
  return are_told(value) ? value : null;
}

// What is told in place of a document, or null.
export function parse_not_made(text: string): NotMade | null {
  const value = parse_json(text);
  return is_not_made(value) ? { words: value.words } : null;
}

// The answer to POST …/decisions, or null.
export function parse_table_read(text: string): TableRead | null {
  const value = parse_json(text);
  return is_read(value) ? value : null;
}
