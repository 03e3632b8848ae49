// What the phone page costs: bytes, and time on a cheap phone with a weak line. Every figure is
// printed beside the bound of the design; bytes fail above it. Times fail only far above it, as a
// busy machine is slower than the phone it plays.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pass } from 'node:timers/promises';
import { open_page } from './browser.mjs';
import { write_ideas } from './crowd.mjs';
import { button, Hall, see } from './hall.mjs';
import { at_most, count_bytes, kilobytes, slow_down, weaken_line } from './slow_phone.mjs';

const hall = new Hall();
const patient = { timeout: 60_000 };
const ideas_many = 2000;
const lenient = 4; // times the bound of a time

describe('the phone page on a cheap phone', () => {
  before(() => hall.open());
  after(() => hall.close());

  it('is there in seconds on a weak line, in at most 60 KB, from this host alone', async (t) => {
    const took_ms = [];
    for (let visit = 0; visit < 3; visit++) {
      const page = await open_page(hall.browser, 'phone', 'about:blank');
      await page.addInitScript(watch_for_the_first_screen);
      const { session, seen } = await count_bytes(page);
      await weaken_line(session);
      await slow_down(session);
      await page.goto(hall.server.links.phone, patient);
      await button(page, 'Зрозуміло, приєднатися').click({ trial: true, ...patient });
      took_ms.push(await page.evaluate(() => globalThis.ready_at));
      if (visit === 0) {
        const load = kilobytes(seen.first_load);
        t.diagnostic(`first load: ${load} of 60 KB, ${seen.requests} requests`);
        assert.ok(seen.first_load > 0 && seen.first_load <= 60 * 1024);
      }
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    }
    const median = at_most(took_ms, 0.5);
    t.diagnostic(`interactive at 400 kbit/s, 300 ms, CPU ×6: ${took_ms} ms of 3000 ms`);
    assert.ok(median > 0 && median <= 3000 * lenient);
  });

  it('scrolls through 2,000 ideas without standing still', async (t) => {
    await hall.join();
    await hall.jump('Збір ідей');
    // Desk and board stand on other machines than the phone; here they would share its processor.
    await hall.desk.goto('about:blank');
    await hall.board.goto(new URL('/healthz', hall.server.links.url).href);
    await write_ideas(hall.board, hall.server.links.code, ideas_many);
    const { phone } = hall;
    const { session } = await count_bytes(phone);
    await hall.tab('Усі').click();
    await see(phone.getByText(`№ ${ideas_many}`, { exact: true }));
    await phone.evaluate(scroll_to_the_end, '.growing');
    await see(phone.getByText('№ 1', { exact: true }));
    assert.equal(await phone.locator('.growing [role=listitem]').count(), ideas_many);
    await slow_down(session);
    const gaps = await phone.evaluate(scroll_through, '.growing');
    t.diagnostic(
      `scrolling through 2,000 by whole screens, CPU ×6: ${gaps.length} frames, ` +
        `median ${at_most(gaps, 0.5)} ms, 95 % within ${at_most(gaps, 0.95)} ms`,
    );
    assert.ok(at_most(gaps, 0.5) <= 50 * lenient);
    await slow_down(session, 1);
  });

  it('writes each letter at once, with 2,000 ideas and one more each second', async (t) => {
    const { phone } = hall;
    const { session } = await count_bytes(phone);
    await slow_down(session);
    await hall.tab('Ідея').click();
    await phone.locator('#idea').click();
    await phone.evaluate(watch_keys);
    const coming = write_slowly(5); // as many as come in a city's session at its peak
    await phone.keyboard.type('Щоб автобус до райцентру ходив і в неділю', { delay: 120 });
    await coming;
    const keys = await phone.evaluate(() => globalThis.key_times);
    t.diagnostic(
      `a letter until it is drawn, CPU ×6, 2,000 ideas: ${keys.length} letters, ` +
        `median ${at_most(keys, 0.5)} ms, 95 % within ${at_most(keys, 0.95)} ms of 50 ms`,
    );
    assert.ok(keys.length >= 40);
    assert.ok(at_most(keys, 0.5) <= 50 * lenient);
    await slow_down(session, 1);
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});

async function write_slowly(seconds) {
  for (let n = 0; n < seconds; n++) {
    const one = write_ideas(hall.board, hall.server.links.code, 1);
    await Promise.all([one, pass(1_000)]);
  }
}

// In the page: ms from the beginning of the visit until the first button is drawn and the page is
// free to answer it.
function watch_for_the_first_screen() {
  const watch = new MutationObserver(() => {
    if (document.querySelector('button.main') === null) return;
    watch.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => (globalThis.ready_at = Math.round(performance.now()))),
    );
  });
  watch.observe(document, { childList: true, subtree: true });
}

// In the page: scrolls on until nothing more comes.
function scroll_to_the_end(list) {
  const box = document.querySelector(list).closest('main');
  return new Promise((done) => {
    let still = 0;
    const step = () => {
      const was = box.scrollTop;
      box.scrollTop += 4000;
      still = box.scrollTop === was ? still + 1 : 0;
      if (still < 10) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
}

// In the page: from the end towards the beginning, a screen in each frame; ms between frames.
function scroll_through(list) {
  const box = document.querySelector(list).closest('main');
  const gaps = [];
  return new Promise((done) => {
    let before = performance.now();
    const step = (now) => {
      gaps.push(Math.round(now - before));
      before = now;
      box.scrollTop -= box.clientHeight;
      if (box.scrollTop > 0 && gaps.length < 120) requestAnimationFrame(step);
      else done(gaps);
    };
    requestAnimationFrame(step);
  });
}

// In the page: from each letter typed to the first frame after what it changed was drawn.
function watch_keys() {
  globalThis.key_times = [];
  addEventListener('input', (event) => {
    requestAnimationFrame(() => {
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () =>
        globalThis.key_times.push(Math.round(performance.now() - event.timeStamp));
      drawn.port2.postMessage(null);
    });
  });
}
