import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from './connection';
import { fake_browser } from './fake_browser';
import { newest, Socket } from './fake_socket';
import { Live } from './live.svelte';

const phase = {
  phase: 'vote',
  opened_at: 0,
  planned_ms: 0,
  extended_ms: 0,
  paused_ms: 0,
  pause: null,
};
const pause = { reason: 'rest', since: 5 };
let live: Live | null = null;
let sessions = 0;

function welcome(socket: Socket, epoch = 'e', seq = 10): void {
  socket.onopen?.();
  socket.say({ type: 'welcome', protocol: 1, epoch, boot: 'b', now: 1_000, role: 'resident', seq });
}

const me = {
  writer: 'w',
  voter: 'v',
  joined: true,
  table: 0,
  settlement: '',
  asks_help: false,
  card: 0,
  warmup: null,
};

function snapshot(socket: Socket, epoch = 'e', seq = 10): void {
  socket.say({ type: 'snapshot', epoch, seq, puts: [{ record: 'phase', id: 0, value: phase }] });
}

function own(socket: Socket, seq = 10): void {
  const puts = [{ record: 'me', id: 0, value: me }];
  socket.say({ type: 'mine', seq, mine: { whole: true, puts, drops: [] } });
}

function close(socket: Socket, seq: number): void {
  const puts = [{ record: 'phase', id: 0, value: { ...phase, phase: 'closed' } }];
  socket.say({ type: 'delta', after: 10, seq, puts, drops: [] });
}

function open(): { live: Live; socket: Socket } {
  const opened = new Live({ code: String(++sessions), page: 'phone', slot: 0 });
  live = opened;
  const socket = newest();
  welcome(socket);
  snapshot(socket);
  own(socket);
  return { live: opened, socket };
}

beforeEach(() => {
  vi.useFakeTimers();
  Socket.all = [];
  fake_browser(Socket);
});

afterEach(() => {
  live?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a page’s life with the server', () => {
  it('begins with hello, and holds the snapshot', () => {
    const { live, socket } = open();
    expect(socket.url).toBe(`ws://hall/api/sessions/${sessions}/live`);
    expect(socket.sent[0]).toEqual({ type: 'hello', protocol: 1, page: 'phone', slot: 0 });
    expect(live.connection).toBe('connected');
    expect(live.records.phase?.phase).toBe('vote');
  });

  it('shows nothing of a snapshot before what is this person’s own is there too', () => {
    const opened = new Live({ code: String(++sessions), page: 'phone', slot: 0 });
    live = opened;
    welcome(newest());
    snapshot(newest());
    expect(opened.records.phase).toBeNull();
    own(newest());
    expect(opened.records.phase?.phase).toBe('vote');
    expect(opened.mine.me?.joined).toBe(true);
  });

  it('forgets a snapshot whose rest was lost with the line', () => {
    const { live, socket } = open();
    socket.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    welcome(newest(), 'e', 12);
    snapshot(newest(), 'e', 12);
    newest().onclose?.({ code: 1006 });
    vi.advanceTimersByTime(2_000);
    welcome(newest(), 'e', 12);
    expect(newest().sent[0]).toMatchObject({ held: { epoch: 'e', seq: 10 } });
    own(newest(), 12);
    newest().onclose?.({ code: 1006 });
    vi.advanceTimersByTime(4_000);
    newest().onopen?.();
    expect(newest().sent[0]).toMatchObject({ held: { epoch: 'e', seq: 10 } });
    expect(live.mine.me?.joined).toBe(true);
  });

  it('takes up a line that was opened ahead, with all that came on it and when', () => {
    const who = { code: String(++sessions), page: 'phone' as const, slot: 0 };
    const line = new Connection(who);
    const socket = newest();
    welcome(socket);
    snapshot(socket);
    own(socket);
    vi.advanceTimersByTime(3_000);
    live = new Live(who, line);
    expect(newest()).toBe(socket);
    expect([live.connection, live.records.phase?.phase]).toEqual(['connected', 'vote']);
    expect(live.now()).toBe(4_000); // 1,000 when the welcome came
    socket.onclose?.({ code: 1006 });
    expect(live.connection).toBe('reconnecting');
  });

  it('comes back though the line that was opened ahead is dead already', () => {
    const who = { code: String(++sessions), page: 'phone' as const, slot: 0 };
    const line = new Connection(who);
    newest().onclose?.({ code: 1006 });
    live = new Live(who, line);
    expect(live.connection).toBe('reconnecting');
    vi.advanceTimersByTime(1_000);
    welcome(newest());
    expect(live.connection).toBe('connected');
  });

  it('comes back by itself with what it holds, and sends the unanswered op again', () => {
    const { live, socket } = open();
    void live.send({ kind: 'cast_vote', idea: 3 });
    const first = socket.ops()[0];
    socket.onclose?.({ code: 1006 });
    expect(live.connection).toBe('reconnecting');
    expect(live.records.phase?.phase).toBe('vote');
    vi.advanceTimersByTime(1_000);
    const next = newest();
    expect(next).not.toBe(socket);
    welcome(next);
    expect(next.sent[0]).toMatchObject({ held: { epoch: 'e', seq: 10 } });
    expect(next.ops()[0]).toEqual(first);
  });

  it('asks again when a delta shows that something is missing', () => {
    const { live, socket } = open();
    socket.say({ type: 'delta', after: 12, seq: 14, puts: [], drops: [] });
    expect(live.connection).toBe('reconnecting');
    vi.advanceTimersByTime(1_000);
    newest().onopen?.();
    expect(newest().sent[0]).toMatchObject({ held: { epoch: 'e', seq: 10 } });
  });

  it('drops what it holds when the log is another one', () => {
    const { live, socket } = open();
    socket.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    welcome(newest(), 'other', 2);
    expect(live.records.phase).toBeNull();
  });

  it('stays away after a 42xx, and says why', () => {
    const { live, socket } = open();
    socket.say({ type: 'refusal', id: null, refusal: 'pass_missing', kind: 'final' });
    socket.onclose?.({ code: 4204 });
    vi.advanceTimersByTime(3_600_000);
    expect(Socket.all.length).toBe(1);
    expect(live.connection).toBe('refused');
    expect(live.refused).toBe('pass_missing');
  });

  it('stays away when the link it came by is withdrawn, and says that it opens nothing', () => {
    const { live, socket } = open();
    welcome(socket);
    snapshot(socket);
    socket.onclose?.({ code: 4205 });
    vi.advanceTimersByTime(3_600_000);
    expect(Socket.all.length).toBe(1);
    expect(live.connection).toBe('refused');
    expect(live.refused).toBe('link_unknown');
  });

  it.each([
    ['a snapshot', { type: 'snapshot', epoch: 'e', seq: 11 }],
    ['a delta', { type: 'delta', after: 10, seq: 11, drops: [] }],
  ])(
    'is older than a server that shows it %s with what it does not know: says so, once',
    (_, of) => {
      const { live, socket } = open();
      socket.say({ ...of, puts: [{ record: 'rumour', id: 0, value: {} }] });
      expect(live.connection).toBe('refused');
      expect(live.refused).toBe('subprotocol_unknown');
      expect(socket.readyState).toBe(3);
      vi.advanceTimersByTime(60_000);
      document.dispatchEvent(new Event('visibilitychange'));
      expect(Socket.all).toHaveLength(1);
    },
  );

  it('passes over a message of a kind that it does not know', () => {
    const { live, socket } = open();
    socket.say({ type: 'weather', puts: [{ record: 'rumour', id: 0, value: {} }] });
    expect(live.connection).toBe('connected');
  });

  it('tries again when hello was refused for later', () => {
    const { live, socket } = open();
    socket.say({ type: 'refusal', id: null, refusal: 'session_full', kind: 'later' });
    socket.onclose?.({ code: 4204 });
    vi.advanceTimersByTime(15_000);
    expect(live.connection).not.toBe('refused');
    expect(Socket.all.length).toBeGreaterThan(1);
  });

  it('gives up an attempt that hangs, and one begun before the phone slept', () => {
    open();
    newest().onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    const hanging = newest();
    vi.advanceTimersByTime(9_000);
    const second = newest();
    expect(second).not.toBe(hanging);
    expect(hanging.readyState).toBe(3);
    vi.advanceTimersByTime(1_500);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(second.readyState).toBe(3);
    const third = newest();
    expect(third).not.toBe(second);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(newest()).toBe(third);
  });

  it('asks plainly whether the server is there before most attempts', async () => {
    const { socket } = open();
    const asked = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
    vi.stubGlobal('fetch', asked);
    socket.onclose?.({ code: 1006 });
    await vi.advanceTimersByTimeAsync(90_000);
    // Of 4 s of hanging and up to 3 s of waiting each.
    expect(Socket.all.length).toBeLessThan(16);
    expect(asked.mock.calls.length).toBeGreaterThan(Socket.all.length);
    const before = Socket.all.length;
    vi.stubGlobal('fetch', () => Promise.resolve({ ok: true }));
    newest().onclose?.({ code: 1006 });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(Socket.all.length).toBe(before + 1);
  });

  it('lets a line open slowly once the server has said that it is there', async () => {
    const { socket } = open();
    socket.onclose?.({ code: 1006 });
    for (let attempt = 1; attempt < 3; attempt += 1) {
      await vi.advanceTimersByTimeAsync(3_000);
      newest().onclose?.({ code: 1006 });
    }
    await vi.advanceTimersByTimeAsync(3_000);
    const opening = newest();
    await vi.advanceTimersByTimeAsync(5_500); // as long as Chromium may hold it back
    expect([newest() === opening, opening.readyState]).toEqual([true, 1]);
  });

  it('gives back an op the server ended the connection for, and does not send it for ever', () => {
    const { live, socket } = open();
    void live.send({ kind: 'submit_idea', text: 'x', areas: ['a'], table: 0, channel: 'phone' });
    socket.onclose?.({ code: 1009 });
    expect(live.outbox).toEqual([]);
    expect(live.returned[0]?.refusal).toBe('text_too_long');
  });

  it('keeps a paused op and sends it when the phase record shows no pause', () => {
    const { live, socket } = open();
    void live.send({ kind: 'cast_vote', idea: 3 });
    const id = socket.ops()[0]?.['id'];
    const put = (seq: number, value: object) => {
      const puts = [{ record: 'phase', id: 0, value: { ...phase, ...value } }];
      socket.say({ type: 'delta', after: seq - 1, seq, puts, drops: [] });
    };
    put(11, { pause });
    socket.say({ type: 'refusal', id, refusal: 'paused', kind: 'later' });
    vi.advanceTimersByTime(30_000);
    expect(socket.ops().length).toBe(1);
    expect(live.waiting).toBe('paused');
    put(12, { pause: null });
    vi.advanceTimersByTime(2_000);
    expect(socket.ops()[1]).toMatchObject({ id });
  });

  it('pings every 20 s, and gives up a line that is silent', () => {
    const { socket } = open();
    const pings = () => socket.sent.filter(({ type }) => type === 'ping').length;
    expect(pings()).toBe(1);
    vi.advanceTimersByTime(20_000);
    expect(pings()).toBe(2);
    vi.advanceTimersByTime(20_000);
    expect(socket.readyState).toBe(3);
  });

  it('asks for ideas alike, and takes a refusal for none', async () => {
    const { live, socket } = open();
    const asked = () => socket.sent.filter(({ type }) => type === 'similar');
    const first = live.similar_to('Лікар щодня');
    const ideas = [{ idea: 3, alike: 80 }];
    expect(asked()[0]).toMatchObject({ text: 'Лікар щодня' });
    socket.say({ type: 'similar', id: asked()[0]?.['id'], ideas });
    expect(await first).toEqual(ideas);
    const second = live.similar_to('Лікар щотижня');
    const id = asked()[1]?.['id'];
    socket.say({ type: 'refusal', id, refusal: 'rate_limited', kind: 'later' });
    expect(await second).toBeNull();
    expect([asked().length, live.waiting]).toEqual([2, null]);
  });

  it('answers a question for ideas alike that the network took away', async () => {
    const { live, socket } = open();
    const open_question = live.similar_to('Лікар щодня');
    socket.onclose?.({ code: 1006 });
    expect(await open_question).toBeNull();
    expect(await live.similar_to('Лікар щотижня')).toBeNull();
  });

  it('ends when it has delivered everything and nobody looks any more', () => {
    const { live, socket } = open();
    void live.send({ kind: 'cast_vote', idea: 3 });
    live.finish();
    expect(socket.readyState).toBe(1);
    socket.say({ type: 'ack', id: socket.ops()[0]?.['id'], seq: 12 });
    expect(socket.readyState).toBe(3);
    expect(live.stay()).toBe(false);
  });

  it('does not let the phone’s clock hold an op back', () => {
    const { live, socket } = open();
    void live.send({ kind: 'cast_vote', idea: 3 });
    const id = socket.ops()[0]?.['id'];
    socket.say({ type: 'refusal', id, refusal: 'rate_limited', kind: 'later' });
    vi.setSystemTime(Date.now() - 86_400_000);
    vi.advanceTimersByTime(2_000);
    expect(socket.ops()[1]).toMatchObject({ id });
    vi.setSystemTime(Date.now() + 172_800_000);
    expect(live.connection).toBe('connected');
  });

  it('does not wait for ever for an answer, though the line stands', () => {
    const { live, socket } = open();
    void live.send({ kind: 'cast_vote', idea: 3 });
    for (let s = 0; s < 20; s++) {
      expect(live.connection).toBe('connected');
      vi.advanceTimersByTime(1_000);
      socket.say({ type: 'pong', at: Date.now(), now: 1 });
    }
    expect(live.connection).toBe('reconnecting');
  });

  it('vouches for an end that it heard at the close, and for that alone', () => {
    const { live, socket } = open();
    expect(live.heard_head).toBeNull();
    close(socket, 11);
    socket.say({ type: 'head', seq: 11, hash: 'aa' });
    expect(live.heard_head).toBe('aa');
    socket.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    welcome(newest(), 'e', 11);
    own(newest(), 11);
    newest().say({ type: 'head', seq: 11, hash: 'bb' });
    expect(live.head).toBe('bb');
    expect(live.heard_head).toBe('aa');
  });

  it('does not vouch for the end of a session that was closed while it slept', () => {
    const { live, socket } = open();
    socket.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    welcome(newest(), 'e', 11);
    close(newest(), 11); // what it had missed
    own(newest(), 11);
    newest().say({ type: 'head', seq: 11, hash: 'aa' });
    expect(live.records.phase?.phase).toBe('closed');
    expect(live.head).toBe('aa');
    expect(live.heard_head).toBeNull();
  });
});
