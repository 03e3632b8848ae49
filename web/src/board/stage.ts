// What every scene of a board measures with: the board's unit in px and the widths of its font.
import { getContext, setContext } from 'svelte';
import type { WidthOf } from './fit_text';

export interface Stage {
  readonly u: number;
  /** Of running text. */
  readonly width_of: WidthOf;
  /** Of headings, which are heavier. */
  readonly heading_width_of: WidthOf;
}

const KEY = Symbol('stage');

export function set_stage(stage: Stage): void {
  setContext(KEY, stage);
}

export function stage(): Stage {
  return getContext<Stage>(KEY);
}
