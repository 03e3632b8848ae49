// A list as people paste it, one name a line, → the names. Pure.
import { normal_text } from '../../session/graphemes';

export interface Lines {
  readonly names: readonly string[];
  /** Lines that were left out. */
  readonly doubled: number;
  readonly empty: number;
}

// 1. 2) • – before a name; quotes, commas and semicolons round it.
const BEFORE = /^(?:\uFEFF|["'„“«]|[-–—•*·]\s+|\d{1,3}[.)]\s*|\s)+/u;
const BEHIND = /[\s"'“”»,;.]+$/u;
const APOSTROPHES = /['`’ʼ]/g;
const KATOTTG = /^UA\d{17}$/;

/** A list in one line, between commas, is a list too. */
export function parse_lines(text: string): Lines {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  const is_in_a_row = lines.length === 1 && /[,;\t]/.test(text);
  const parts = is_in_a_row ? text.split(/[,;\t]/) : lines.map(name_in_row);
  const names: string[] = [];
  const seen = new Set<string>();
  let doubled = 0;
  let empty = 0;
  for (const part of text.trim() === '' ? [] : parts) {
    const name = tidy(part);
    const key = name.toLowerCase().replace(APOSTROPHES, '’');
    if (name === '') empty++;
    else if (seen.has(key)) doubled++;
    else {
      seen.add(key);
      names.push(name);
    }
  }
  return { names, doubled, empty };
}

/** Of a table's row the first cell that is a name: before it stand codes, numbers and letters
 *  of kinds. */
function name_in_row(row: string): string {
  const cells = row.split(/[;\t]/).map((cell) => cell.trim());
  if (cells.length === 1) return row;
  return cells.find((cell) => !KATOTTG.test(cell) && /\p{L}{2}/u.test(cell)) ?? '';
}

function tidy(part: string): string {
  const plain = normal_text(part).replace(/\s+/g, ' ');
  return plain.replace(BEFORE, '').replace(BEHIND, '');
}
