// The desk's `t`: the shared words and its own.
import { catalogue } from './catalogue.svelte';
import { desk_uk } from './desk.uk';
import { paper_uk } from './paper.uk';
import { queue_uk } from './queue.uk';
import { staff_uk } from './staff.uk';
import { uk } from './uk';

export const t = catalogue(
  { ...uk, ...desk_uk, ...paper_uk, ...queue_uk, ...staff_uk },
  async () => {
    const [common, desk, paper, queue, staff] = await Promise.all([
      import('./en'),
      import('./desk.en'),
      import('./paper.en'),
      import('./queue.en'),
      import('./staff.en'),
    ]);
    return {
      ...common.en,
      ...desk.desk_en,
      ...paper.paper_en,
      ...queue.queue_en,
      ...staff.staff_en,
    };
  },
);
