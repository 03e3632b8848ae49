// A facilitator without a desk: speaks viche.v1 from an empty page of the browser, so that a test
// can lead a session while it looks at phones.

export class Staff {
  #page;

  static async open(browser, links) {
    const staff = new Staff();
    const context = await browser.newContext();
    staff.#page = await context.newPage();
    await staff.#page.goto(new URL('/healthz', links.url).href);
    const secret = new URL(links.desk).hash.slice(1);
    await staff.#page.evaluate(speak, { code: links.code, secret });
    return staff;
  }

  // Resolves when it is done; a refusal is an error.
  async do(op) {
    const refusal = await this.#page.evaluate((asked) => globalThis.ask(asked), op);
    if (refusal !== null) throw new Error(`${op.kind}: ${refusal}`);
  }

  // The settings as they are, but for these.
  async configure(changes) {
    const [[, session]] = await this.records('session');
    const names = ['title', 'community', 'question', 'areas', 'votes_per_person', 'languages'];
    const settings = [...names, 'level', 'tables', 'settlements'].map((name) => [
      name,
      session[name],
    ]);
    await this.do({ kind: 'configure_session', ...Object.fromEntries(settings), ...changes });
  }

  // Records of a kind as the desk sees them now: [id, value].
  async records(kind) {
    return this.#page.evaluate((wanted) => [...(globalThis.held[wanted] ?? [])], kind);
  }

  // Resolves with the records of a kind once there are so many.
  async until(kind, count) {
    await this.#page.waitForFunction(
      ([wanted, so_many]) => (globalThis.held[wanted]?.size ?? 0) === so_many,
      [kind, count],
      { timeout: 30_000 },
    );
    return this.records(kind);
  }

  // Resolves once there are at least so many ideas.
  async until_ideas(at_least) {
    await this.#page.waitForFunction(
      (wanted) => (globalThis.held.idea?.size ?? 0) >= wanted,
      at_least,
      { timeout: 60_000 },
    );
  }

  // Phones connected now, as the desk is told at most once a second.
  async connected() {
    return this.#page.evaluate(() => globalThis.connected);
  }

  async until_connected(wanted) {
    await this.#page.waitForFunction((count) => globalThis.connected === count, wanted, {
      timeout: 30_000,
    });
  }

  // Resolves once an idea has this text.
  async until_idea(text) {
    await this.#page.waitForFunction(
      (wanted) => [...(globalThis.held.idea?.values() ?? [])].some(({ text: t }) => t === wanted),
      text,
      { timeout: 30_000 },
    );
  }

  async texts() {
    return (await this.records('idea')).map(([, { text }]) => text);
  }
}

// In the page: one connection, opened again whenever it is lost.
function speak({ code, secret }) {
  const held = {};
  const waiting = new Map();
  let socket;
  globalThis.held = held;
  globalThis.ask = (op) => {
    const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
    return new Promise((answered) => {
      waiting.set(id, { op, answered });
      send(id, op);
    });
  };
  const send = (id, op) => {
    if (socket.readyState === 1) socket.send(JSON.stringify({ type: 'op', id, op }));
  };
  const put = ({ puts = [], drops = [] }) => {
    for (const { record, id, value } of puts) (held[record] ??= new Map()).set(id, value);
    for (const { record, id } of drops) held[record]?.delete(id);
  };
  const take = (message) => {
    if (message.type === 'snapshot' || message.type === 'delta') put(message);
    if (message.type === 'presence') globalThis.connected = message.connected;
    if (message.type !== 'ack' && message.type !== 'refusal') return;
    waiting.get(message.id)?.answered(message.refusal ?? null);
    waiting.delete(message.id);
  };
  const open = () =>
    new Promise((ready) => {
      socket = new WebSocket(`ws://${location.host}/api/sessions/${code}/live`, 'viche.v1');
      const hello = { type: 'hello', protocol: 1, page: 'desk', secret };
      socket.onopen = () => socket.send(JSON.stringify(hello));
      socket.onclose = () => setTimeout(open, 100);
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        take(message);
        if (message.type !== 'snapshot') return;
        for (const [id, { op }] of waiting) send(id, op);
        ready();
      };
    });
  return open();
}
