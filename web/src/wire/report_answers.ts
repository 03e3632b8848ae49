// The guards for what the server answers about the report: which formats it can make, and what an
// edited table would change.
import { is_flag, is_integer, is_text, list_of, or_null, parse_json, shape } from './shape';

/** `wants`: what to install so that it can be made. */
export type FormatState = { name: string; is_available: boolean; wants: string };

/** One cell of one proposal. */
export type TableChange = {
  number: number;
  idea: number;
  field: string;
  before: string;
  after: string;
};

/** `row`: as a spreadsheet counts, 0: the whole file. `column`: its title there; empty: the whole row. */
export type TableFinding = { row: number; column: string; words: string };

/** What an edited table would change, or has: with problems nothing of it. */
export type TableRead = {
  applied: boolean;
  changes: readonly TableChange[];
  problems: readonly TableFinding[];
  warnings: readonly TableFinding[];
  /** Proposals whose rows change nothing. */
  unchanged: number;
  /** Numbers of those without a row. */
  missing: readonly number[];
};

const is_state = shape<{ name: string; is_available: boolean; wants: string | null }>({
  name: is_text,
  is_available: is_flag,
  wants: or_null(is_text),
});
const are_states = list_of(is_state);
const are_findings = list_of(
  shape<TableFinding>({ row: is_integer, column: is_text, words: is_text }),
);
const is_read = shape<TableRead>({
  applied: is_flag,
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
export function parse_formats(text: string): readonly FormatState[] | null {
  const value = parse_json(text);
  if (!are_states(value)) return null;
  return value.map((state) => ({ ...state, wants: state.wants ?? '' }));
}

// The answer to POST …/decisions, or null.
export function parse_table_read(text: string): TableRead | null {
  const value = parse_json(text);
  return is_read(value) ? value : null;
}
