// How sorted bars stand: in as few columns, and on as few pages, as leave every name readable from
// the last row. Pure.
import { FAR, type Box, type WidthOf } from './fit_text';

export interface BarsPlan {
  columns: number;
  /** In one column of one page. */
  rows: number;
  pages: number;
  row_px: number;
  font_px: number;
  /** What every name may take. */
  name_px: number;
  column_px: number;
}

/** In units. */
const COLUMN = { least: 25, gap: 2.5 };
const ROW_MAX = 3.6;
const SIZE_MAX = 2.1;
/** Of a row's height that its letters may take, and of a column's width that its names may. */
const SHARE = { size: 0.9, name: 0.44 };

export function place_bars(
  names: readonly string[],
  box: Box,
  u: number,
  width_of: WidthOf,
): BarsPlan {
  const count = Math.max(1, names.length);
  const gap = COLUMN.gap * u;
  const most = Math.max(1, Math.floor((box.width + gap) / (COLUMN.least * u + gap)));
  const rows_max = Math.max(1, Math.floor((box.height * SHARE.size) / (FAR * u)));
  let columns = 1;
  while (columns < most && Math.ceil(count / columns) > rows_max) columns += 1;
  const pages = Math.ceil(count / (columns * rows_max));
  const rows = Math.ceil(Math.ceil(count / pages) / columns);
  const row_px = Math.min(box.height / rows, ROW_MAX * u);
  const font_px = Math.min(row_px * SHARE.size, Math.max(FAR * u, row_px * 0.62), SIZE_MAX * u);
  const column_px = (box.width - gap * (columns - 1)) / columns;
  const widest = Math.max(0, ...names.map((name) => width_of(name, font_px)));
  const name_px = Math.min(widest * 1.03, column_px * SHARE.name);
  return { columns, rows, pages, row_px, font_px, name_px, column_px };
}
