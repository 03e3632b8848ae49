// A facilitator without a desk: speaks viche.v1 from an empty page of the browser, so that a test
// can lead a session while it looks at phones.
import { lay_lines } from './lines.mjs';

export class Staff {
  #page;

  static async open(browser, links) {
    const staff = new Staff();
    const context = await browser.newContext();
    staff.#page = await context.newPage();
    await staff.#page.goto(new URL('/healthz', links.url).href);
    const secret = new URL(links.desk).hash.slice(1);
    await lay_lines(staff.#page);
    await staff.#page.evaluate(
      async ([code, hello]) => {
        globalThis.line = await new globalThis.Line(code, hello).ready();
      },
      [links.code, { page: 'desk', secret }],
    );
    return staff;
  }

  // Resolves when it is done; a refusal is an error.
  async do(op) {
    const { refusal } = await this.#page.evaluate((asked) => globalThis.line.ask(asked), op);
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
    return this.#page.evaluate((wanted) => [...(globalThis.line.held[wanted] ?? [])], kind);
  }

  // Resolves with the records of a kind once there are so many.
  async until(kind, count) {
    await this.#page.waitForFunction(
      ([wanted, so_many]) => (globalThis.line.held[wanted]?.size ?? 0) === so_many,
      [kind, count],
      { timeout: 30_000 },
    );
    return this.records(kind);
  }

  // Resolves once there are at least so many ideas.
  async until_ideas(at_least) {
    await this.#page.waitForFunction(
      (wanted) => (globalThis.line.held.idea?.size ?? 0) >= wanted,
      at_least,
      { timeout: 60_000 },
    );
  }

  // Phones connected now, as the desk is told at most once a second.
  async connected() {
    return this.#page.evaluate(() => globalThis.line.connected);
  }

  async until_connected(wanted) {
    await this.#page.waitForFunction((count) => globalThis.line.connected === count, wanted, {
      timeout: 30_000,
    });
  }

  // Resolves once an idea has this text. Some come only when the power does.
  async until_idea(text, within_ms = 30_000) {
    await this.#page.waitForFunction(
      (wanted) =>
        [...(globalThis.line.held.idea?.values() ?? [])].some(({ text: t }) => t === wanted),
      text,
      { timeout: within_ms },
    );
  }

  // Resolves once this field of the totals is so.
  async until_total(field, wanted) {
    await this.#page.waitForFunction(
      ([name, count]) => globalThis.line.held.totals.get(0)[name] === count,
      [field, wanted],
      { timeout: 30_000 },
    );
  }

  async texts() {
    return (await this.records('idea')).map(([, { text }]) => text);
  }
}
