// The table an operator sits at, kept from one text to the next and over a reload.
import { read, write } from '../session/storage';

const key = (code: string): string => `viche.operator.${code}.table`;

/** 0: none, also when the hall has lost that table since. */
export function kept_table(code: string, tables: number): number {
  const table = Number(read(key(code)) ?? 0);
  return Number.isInteger(table) && table > 0 && table <= tables ? table : 0;
}

export function keep_table(code: string, table: number): void {
  write(key(code), String(table));
}
