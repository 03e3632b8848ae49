// The one sentence of a table among other ops, wherever it is written: on a phone of the table, or
// by an operator for those who have none.
import type { Op } from '../wire/ops.gen';

export function is_sentence_op(op: Op): op is Extract<Op, { kind: 'say_for_table' }> {
  return op.kind === 'say_for_table';
}
