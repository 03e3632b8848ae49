// Lines of viche.v1 for simulated people: each lives in an empty page of the browser, comes back by
// itself as a phone does, and asks again, by the same id, what was not answered.

// Gives the page `Line` and `enter`.
export async function lay_lines(page) {
  await page.evaluate(`globalThis.Line = ${Line}; globalThis.enter = ${enter}; undefined`);
}

// In the page: a device that keeps its pass in memory.
async function enter(code) {
  const answer = await fetch(`/api/sessions/${code}/enter`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ in_memory: true }),
  });
  return (await answer.json()).pass;
}

// In the page: one connection, opened again whenever it is lost, with the patience of the pages.
class Line {
  static connect_wait_ms = 4_000;
  static opening_wait_ms = 15_000;
  static longest_ms = 3_000;
  static ping_period_ms = 20_000; // the server gives up who is silent for a minute

  held = {}; // by record, by id
  mine = {};
  connected = 0; // residents, as facilitators are told
  put_off = 0; // answers that said «later»
  is_up = false;
  told_support = new Set(); // numbers of ideas whose support was told
  #code;
  #hello;
  #socket = null;
  #waiting = new Map();
  #attempt = 0;
  #is_gone = false;
  #ready = [];

  constructor(code, hello) {
    this.#code = code;
    this.#hello = { type: "hello", protocol: 1, ...hello };
    this.#open();
    setInterval(() => this.#say({ type: "ping", at: Date.now() }), Line.ping_period_ms);
  }

  // Resolves with this line once everything is there.
  ready() {
    return new Promise((done) => (this.is_up ? done() : this.#ready.push(done))).then(() => this);
  }

  // Resolves when it is done or refused for good: { refusal, seq, at }.
  ask(op) {
    const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
    return new Promise((answered) => {
      this.#waiting.set(id, { op, answered });
      this.#send(id, op);
    });
  }

  leave() {
    this.#is_gone = true;
    this.#socket.close();
  }

  #send(id, op) {
    this.#say({ type: "op", id, op });
  }

  #say(message) {
    if (this.is_up) this.#socket.send(JSON.stringify(message));
  }

  #send_waiting() {
    for (const [id, { op }] of this.#waiting) this.#send(id, op);
  }

  #open(wait_ms = Line.connect_wait_ms) {
    const socket = new WebSocket(
      `ws://${location.host}/api/sessions/${this.#code}/live`,
      "viche.v1",
    );
    this.#socket = socket;
    const given_up = setTimeout(() => socket.close(), wait_ms);
    socket.onopen = () => {
      clearTimeout(given_up);
      socket.send(JSON.stringify(this.#hello));
    };
    socket.onclose = () => {
      clearTimeout(given_up);
      this.is_up = false;
      this.#try_later();
    };
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
  }

  #try_later() {
    if (!this.#is_gone) setTimeout(() => this.#come_back(), this.#back_off_ms());
  }

  async #come_back() {
    const is_asked = this.#attempt > 2 && this.#attempt % 4 > 0;
    const signal = AbortSignal.timeout(Line.connect_wait_ms);
    const asked = is_asked && fetch("/healthz", { signal }).then(({ ok }) => ok);
    if (is_asked && !(await asked.catch(() => false))) this.#try_later();
    else this.#open(is_asked ? Line.opening_wait_ms : Line.connect_wait_ms);
  }

  #back_off_ms() {
    return Math.random() * Math.min(Line.longest_ms, 1_000 * 2 ** this.#attempt++);
  }

  #take(message) {
    const { type, mine } = message;
    if (type === "snapshot") this.held = {};
    if (type === "snapshot" || type === "delta") this.#put(this.held, message);
    if (mine?.whole) this.mine = {};
    if (mine) this.#put(this.mine, mine);
    if (type === "presence") this.connected = message.connected;
    if (type === "ack" || type === "refusal") this.#answer(message);
    if (type === "snapshot") this.#arrive();
  }

  #arrive() {
    this.is_up = true;
    this.#attempt = 0;
    this.#send_waiting();
    for (const done of this.#ready.splice(0)) done();
  }

  #answer({ id, seq, refusal = null, kind }) {
    if (kind === "later") {
      this.put_off += 1;
      // A pause says itself when it ends; for the rest one tries again.
      if (refusal !== "paused") setTimeout(() => this.#send_waiting(), 500);
      return;
    }
    this.#waiting.get(id)?.answered({ refusal, seq, at: Date.now() });
    this.#waiting.delete(id);
  }

  #put(into, { puts = [], drops = [] }) {
    const before = into.phase?.get(0).pause ?? null;
    for (const { record, id, value } of puts) {
      (into[record] ??= new Map()).set(id, value);
      if (record === "idea" && "support" in value) this.told_support.add(value.number);
    }
    for (const { record, id } of drops) into[record]?.delete(id);
    if (before !== null && into.phase.get(0).pause === null) this.#send_waiting();
  }
}
