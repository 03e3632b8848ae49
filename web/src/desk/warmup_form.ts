// The warm-up's question in a form: as it is asked now, as it would be said, what is wrong with it.
// Pure.
import { normal_text } from '../session/graphemes';
import type { Op, WarmupRecord } from '../wire/ops.gen';
import { is_same } from './wizard/draft';
import { answers_fault, text_fault, type Fault } from './wizard/faults';
import { parse_lines } from './wizard/lines';

export interface WarmupTyped {
  readonly warmup: string;
  /** One a line; none: the settlements. */
  readonly answers: string;
}

/** Without answers of its own it is asked with the settlements. */
export function asked_of(record: WarmupRecord, settlements: readonly string[]): WarmupTyped {
  const { question, options } = record;
  return { warmup: question, answers: is_same(options, settlements) ? '' : options.join('\n') };
}

export function is_as_asked(typed: WarmupTyped, asked: WarmupTyped): boolean {
  return is_same(said(typed), said(asked));
}

export function warmup_op(typed: WarmupTyped): Op {
  return { kind: 'set_warmup', ...said(typed) };
}

export function faults_of_warmup(typed: WarmupTyped): ReadonlyMap<'warmup' | 'answers', Fault> {
  const found = new Map<'warmup' | 'answers', Fault>();
  const question = text_fault(typed.warmup);
  const answers = answers_fault(typed.answers);
  if (question !== null) found.set('warmup', question);
  if (answers !== null) found.set('answers', answers);
  return found;
}

function said({ warmup, answers }: WarmupTyped): { question: string; options: readonly string[] } {
  return { question: normal_text(warmup), options: parse_lines(answers).names };
}
