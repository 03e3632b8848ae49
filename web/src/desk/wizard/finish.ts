// Right after a session was made: says what POST does not take, as its facilitator, step by step.
import { Live } from '../../session/live.svelte';
import type { MadeSession } from '../../session/new_session';
import type { Op } from '../../wire/ops.gen';
import type { Step, StepName } from './order';

const steps_wait_ms = 20_000;

/** Steps that were not done, whether refused or not answered in time; the desk can do each. */
export async function take_steps(
  { code, facilitator }: MadeSession,
  steps: readonly Step[],
): Promise<readonly StepName[]> {
  const live = new Live({ code, page: 'desk', secret: facilitator });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const too_late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), steps_wait_ms);
  });
  const failed: StepName[] = [];
  for (const { name, ops } of steps) {
    if (!(await Promise.race([are_done(live, ops), too_late]))) failed.push(name);
  }
  clearTimeout(timer);
  live.close();
  return failed;
}

async function are_done(live: Live, ops: readonly Op[]): Promise<boolean> {
  const said = await Promise.all(ops.map((op) => live.send(op)));
  return said.every(({ done }) => done);
}
