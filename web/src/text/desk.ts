// The desk's `t`: the shared words and its own.
import { catalogue } from './catalogue.svelte';
import { desk_uk } from './desk.uk';
import { queue_uk } from './queue.uk';
import { staff_uk } from './staff.uk';
import { uk } from './uk';

export const t = catalogue({ ...uk, ...desk_uk, ...queue_uk, ...staff_uk }, async () => {
  const [common, desk, queue, staff] = await Promise.all([
    import('./en'),
    import('./desk.en'),
    import('./queue.en'),
    import('./staff.en'),
  ]);
  return { ...common.en, ...desk.desk_en, ...queue.queue_en, ...staff.staff_en };
});
