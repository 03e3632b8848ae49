import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recovery_code, table_in_query } from './enter';
import { fake_browser } from './fake_browser';
import { knock } from './knock';
import { WayIn } from './way_in.svelte';

const entered = { code: '482913', title: 'Стратегія', community: 'Громада', phase: 'ideas' };
let kept = new Map<string, string>();
let answers: (object | null)[] = []; // null: the server is away
let asked: string[] = [];
let slots: unknown[] = [];
let way_in: WayIn | null = null;

class Socket {
  static OPEN = 1;
  readyState = 1;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  constructor() {
    queueMicrotask(() => this.onopen?.());
  }
  send(text: string): void {
    const message: Record<string, unknown> = JSON.parse(text);
    if (message['type'] === 'hello') slots.push(message['slot'], message['pass']);
  }
  close(): void {
    this.readyState = 3;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  [answers, asked, slots] = [[], [], []];
  kept = fake_browser(Socket);
  vi.stubGlobal('history', {
    pushState: () => undefined,
    replaceState: () => Object.assign(location, { hash: '' }),
  });
  vi.stubGlobal('fetch', (path: string, { body, headers }: RequestInit = {}) => {
    if (path === '/healthz') return Promise.reject(new TypeError('Failed to fetch'));
    asked.push(
      [path.replace('/api/sessions/482913/', ''), body ?? JSON.stringify(headers)].join(' '),
    );
    const answer = answers.shift() ?? null;
    return answer === null
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve({ text: () => Promise.resolve(JSON.stringify(answer)) });
  });
});

afterEach(() => {
  way_in?.leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function opened(): Promise<WayIn> {
  way_in = new WayIn();
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
  return way_in;
}

test('the code of the address opens at once, for the first person of the phone', async () => {
  answers = [entered];
  const { live, slot, entered: known } = await opened();
  expect(asked).toEqual(['enter {}']);
  expect([live === null, slot, known?.title]).toEqual([false, 0, 'Стратегія']);
  expect(slots).toEqual([0, undefined]);
});

test('what was begun ahead of the page is taken up, and nothing is asked twice', async () => {
  kept.set('viche.slot.482913', '1');
  answers = [entered];
  const knocked = knock('482913');
  await knocked;
  expect(slots).toEqual([1, undefined]);
  way_in = new WayIn(knocked);
  await vi.advanceTimersByTimeAsync(0);
  expect([asked, slots]).toEqual([['enter {}'], [1, undefined]]);
  expect([way_in.slot, way_in.live === null, way_in.entered?.title]).toEqual([
    1,
    false,
    'Стратегія',
  ]);
});

test('the phone goes to other hands and comes back, also over a reload', async () => {
  answers = [entered, entered];
  const first = await opened();
  first.pass_to(1);
  await vi.advanceTimersByTimeAsync(0);
  expect([first.slot, ...slots]).toEqual([1, 0, undefined, 1, undefined]);
  first.leave();
  const again = await opened();
  expect(again.slot).toBe(1);
  again.pass_to(0);
  expect(again.slot).toBe(0);
});

test('what others of this phone had not sent is sent though it is not their turn', async () => {
  const op = { kind: 'cast_vote', idea: 3 };
  kept.set('viche.op.482913.2.x', JSON.stringify({ id: 'x', op, at: 1 }));
  answers = [entered];
  await opened();
  expect(slots).toEqual([0, undefined, 2, undefined]);
});

test('a slot that is not given any more leaves the phone to its first person', async () => {
  kept.set('viche.slot.482913', '3');
  answers = [entered];
  const { slot } = await opened();
  expect(slot).toBe(3);
  way_in?.mend('slot_refused');
  expect(way_in?.slot).toBe(0);
});

test('while the server is away, a session known from before opens with its queue', async () => {
  answers = [entered];
  (await opened()).leave();
  const again = await opened();
  expect([again.entered?.title, again.refusal]).toEqual(['Стратегія', null]);
  answers = [entered];
  again.mend('pass_missing'); // the cookie is gone: it enters as anybody does
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.slice(1)).toEqual(['enter {}', 'enter {}']);
});

test('an unknown session waits for the server, and opens when it is there', async () => {
  answers = [null, null, entered];
  const page = await opened();
  expect(page.refusal).toBe('unreachable');
  await vi.advanceTimersByTimeAsync(20_000);
  expect([page.refusal, page.live === null]).toEqual([null, false]);
});

test('a recovery code makes this phone its person’s; a wrong one changes nothing', async () => {
  answers = [entered, { refusal: 'recovery_unknown', kind: 'final' }, entered];
  const page = await opened();
  const before = page.live;
  expect(await page.recover('k7qf 2m9x tr4h')).toBe('recovery_unknown');
  expect(page.live).toBe(before);
  expect(await page.recover('K7QF-2M9X-TR4H')).toBeNull();
  expect(page.live).not.toBe(before);
  expect(asked[2]).toBe('recover {"recovery":"K7QF-2M9X-TR4H"}');
});

test('without cookies the pass stays with the page, and shows the code of its person', async () => {
  vi.stubGlobal('document', Object.freeze(Object.assign(new EventTarget(), { cookie: '' })));
  answers = [{ ...entered, pass: 'K7QF2M9XTR4H' }, { recovery: 'K7QF-2M9X-TR4H' }];
  await opened();
  expect(slots).toEqual([0, 'K7QF2M9XTR4H']);
  expect([...kept.values()].join(' ')).not.toContain('K7QF2M9XTR4H');
  expect(await recovery_code('482913', 'K7QF2M9XTR4H')).toBe('K7QF-2M9X-TR4H');
  expect(asked[1]).toBe('recovery {"Authorization":"Bearer K7QF2M9XTR4H"}');
});

async function known(page: WayIn, for_ms = 0): Promise<void> {
  const forget = page.keep_ways();
  await vi.advanceTimersByTimeAsync(for_ms);
  forget();
}

test('takes the person and the queue along to another address', async () => {
  const op = { kind: 'cast_vote', idea: 3 };
  kept.set('viche.op.482913.0.x', JSON.stringify({ id: 'x', op, at: 1 }));
  kept.set('viche.op.111111.0.y', 'of another session');
  answers = [entered, { addresses: ['http://hall', 'http://other:8080'] }, { ticket: 'T+1' }];
  const page = await opened();
  await known(page);
  expect(page.ways).toEqual(['http://other:8080']);
  const way = new URL(page.way_to('http://other:8080'));
  page.leave();

  kept.clear();
  Object.assign(location, { hash: way.hash });
  answers = [entered];
  const there = await opened();
  expect(asked[3]).toBe('recover {"ticket":"T+1"}');
  expect(there.live?.outbox.map(({ id }) => id)).toEqual(['x']);
  expect([...kept.keys()]).not.toContain('viche.op.111111.0.y');
  expect(location.hash).toBe('');
});

test('reached by number, a server may move: a ticket is kept fresh', async () => {
  Object.assign(location, { hostname: '192.168.1.10', origin: 'http://192.168.1.10:8080' });
  const nowhere = { addresses: ['http://192.168.1.10:8080'] };
  answers = [entered, nowhere, { ticket: 'T1' }, nowhere, null, nowhere, { ticket: 'T3' }];
  const page = await opened();
  const hash = (): string => new URL(page.way_to('http://192.168.1.57:8080')).hash;
  await known(page);
  expect([page.ways, hash()]).toEqual([[], '#ticket=T1&kept=%5B%5D']);
  await known(page, 21 * 60_000); // one that could not be had leaves the last
  expect(hash()).toBe('#ticket=T3&kept=%5B%5D');
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(asked.filter((path) => path.startsWith('ticket')).length).toBe(3);
});

test('a server reached by name, with no other, gives no ticket', async () => {
  answers = [entered, { addresses: ['http://hall'] }];
  await known(await opened());
  expect(asked.slice(1)).toEqual(['/api/addresses ']);
});

test('a ticket the server forgot brings the texts as a draft, and sends nothing', async () => {
  const idea = { kind: 'submit_idea', areas: ['medicine'], table: 0, channel: 'phone' };
  const luggage = [
    ['viche.op.482913.0.x', JSON.stringify({ id: 'x', op: { ...idea, text: 'Лікар' }, at: 1 })],
    ['viche.op.482913.0.y', JSON.stringify({ id: 'y', op: { kind: 'cast_vote', idea: 3 }, at: 2 })],
    ['viche.draft.482913.0', JSON.stringify({ text: 'Світло', areas: [] })],
  ];
  const hash = `#ticket=T&kept=${encodeURIComponent(JSON.stringify(luggage))}`;
  Object.assign(location, { hash });
  answers = [{ refusal: 'recovery_unknown', kind: 'final' }, entered];
  const there = await opened();
  expect(there.live?.outbox).toEqual([]);
  expect(JSON.parse(kept.get('viche.draft.482913.0') ?? '')).toEqual({
    text: 'Лікар\n\nСвітло',
    areas: [],
  });
});

const back_again = '#ticket=T&kept=[["viche.op.482913.0.x","{}"]]';

test('a link with somebody’s ticket changes nothing for those who were here', async () => {
  answers = [
    entered,
    { ...entered, pass: '7K3M9QXFZ2PT' },
    { recovery: '0000-0000-0000' },
    entered,
  ];
  (await opened()).leave();
  Object.assign(location, { hash: back_again });
  await opened();
  expect(asked[1]).toBe('recover {"ticket":"T","in_memory":true}');
  expect(asked[3]).toBe('enter {}');
  expect(kept.has('viche.op.482913.0.x')).toBe(false);
});

test('who comes back to an address brings along what they wrote elsewhere', async () => {
  answers = [
    entered,
    { ...entered, pass: '7K3M9QXFZ2PT' },
    { recovery: '7K3M-9QXF-Z2PT' },
    entered,
  ];
  (await opened()).leave();
  Object.assign(location, { hash: back_again });
  await opened();
  expect(kept.has('viche.op.482913.0.x')).toBe(true);
  expect(asked[3]).toBe('enter {}');
});

test('an answer that was lost on arrival is asked for again, and nothing is lost', async () => {
  Object.assign(location, { hash: back_again });
  answers = [null, entered];
  const page = await opened();
  expect(location.hash).toBe(back_again);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked[1]).toBe('recover {"ticket":"T"}');
  expect(page.entered?.code).toBe('482913');
  expect(kept.has('viche.op.482913.0.x')).toBe(true);
});

test('the card of a table names it', () => {
  expect(
    ['?table=3', '?a=1&table=12', '', '?table=', '?table=-1', '?table=1e9'].map(table_in_query),
  ).toEqual([3, 12, 0, 0, 0, 0]);
});
