// The simulated phones behind the router, each a device of its own. Each lives in an empty page
// that shares nothing: of one page the browser lets only one line at a time knock at the same door,
// and the more of its lines were lost the longer it holds back the next, so that a hall that comes
// back from the dark would queue in the browser.
import assert from 'node:assert/strict';
import { lay_lines } from '../lines.mjs';

const pages_count = 40;

async function open_empty(browser, way) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(new URL('/healthz', way).href);
  await lay_lines(page);
  await page.evaluate(() => {
    globalThis.phones = new Map();
  });
  return page;
}

export class Phones {
  #pages;
  #code;

  static async open(browser, way, code) {
    const phones = new Phones();
    phones.#code = code;
    const opening = Array.from({ length: pages_count }, () => open_empty(browser, way));
    phones.#pages = await Promise.all(opening);
    return phones;
  }

  // Number so-and-so comes in and joins; resolves to what it was answered, and when.
  async join(number, table, settlement) {
    const joined = await this.#page_of(number).evaluate(
      async ([who, code, seat]) => {
        const pass = await globalThis.enter(code);
        const line = await new globalThis.Line(code, { page: 'phone', pass }).ready();
        globalThis.phones.set(who, { line, pass });
        return line.ask({ kind: 'join', ...seat, channel: 'phone' });
      },
      [number, this.#code, { table, settlement }],
    );
    assert.equal(joined.refusal, null);
    return joined;
  }

  // The same device once more, as in another tab.
  join_again(number, table, settlement) {
    return this.#page_of(number).evaluate(
      async ([who, code, seat]) => {
        const { pass } = globalThis.phones.get(who);
        const line = await new globalThis.Line(code, { page: 'phone', pass }).ready();
        const { refusal } = await line.ask({ kind: 'join', ...seat, channel: 'phone' });
        line.leave();
        return refusal;
      },
      [number, this.#code, { table, settlement }],
    );
  }

  // Resolves to { refusal, seq, at } once it is done or refused for good.
  ask(number, op) {
    return this.#page_of(number).evaluate(
      ([who, asked]) => globalThis.phones.get(who).line.ask(asked),
      [number, op],
    );
  }

  async do(number, op) {
    const answer = await this.ask(number, op);
    assert.equal(answer.refusal, null, op.kind);
    return answer;
  }

  leave(number) {
    return this.#page_of(number).evaluate((who) => {
      globalThis.phones.get(who).line.leave();
      globalThis.phones.delete(who);
    }, number);
  }

  // Until this one was told to try again later.
  until_put_off(number) {
    return this.#page_of(number).waitForFunction(
      (who) => globalThis.phones.get(who).line.put_off > 0,
      number,
    );
  }

  // Resolves to the moment all were on the line.
  async until_all_are_up() {
    const are_up = () =>
      [...globalThis.phones.values()].every(({ line }) => line.is_up) && Date.now();
    const moments = this.#pages.map(async (page) =>
      (await page.waitForFunction(are_up)).jsonValue(),
    );
    return Math.max(...(await Promise.all(moments)));
  }

  // Resolves to the moment no phone held this text any more.
  async until_nobody_holds(text) {
    const is_gone = (gone) => {
      const lines = [...globalThis.phones.values()].map(({ line }) => line);
      const texts = lines.flatMap(({ held }) => [...(held.idea?.values() ?? [])]);
      return !texts.some((one) => one.text === gone) && Date.now();
    };
    const moments = this.#pages.map(async (page) =>
      (await page.waitForFunction(is_gone, text)).jsonValue(),
    );
    return Math.max(...(await Promise.all(moments)));
  }

  // For every phone, what `of` makes of its line, in the page.
  async each(of) {
    const asked = `[...globalThis.phones.values()].map(({ line }) => (${of})(line))`;
    return (await Promise.all(this.#pages.map((page) => page.evaluate(asked)))).flat();
  }

  #page_of(number) {
    return this.#pages[number % pages_count];
  }
}
