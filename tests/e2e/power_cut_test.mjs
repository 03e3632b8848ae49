// The power cut of the acceptance scenario: the router of the hall dies among the ideas, forty
// simulated devices go on writing, the router comes back. The laptop lives on its battery.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { setTimeout as pass } from 'node:timers/promises';
import { open_browser } from './browser.mjs';
import { see } from './hall.mjs';
import { Router } from './router.mjs';
import { Staff } from './staff.mjs';
import { VicheServer } from './viche_server.mjs';
import { Writers, write } from './writers.mjs';

const scenario = fileURLToPath(new URL('../data/serhiivka-109-illustrative.csv', import.meta.url));
const server = new VicheServer();
const dark_ms = 1_000; // of a session two hundred times faster than in the hall
const back_ms_max = 10_000;
let router;
let browser;
let staff;
let played;
let ended = false;

// Of the residents' connections, as the desk is told.
const are_connected = (wanted) => staff.until_connected(wanted);

describe('a hall without power', () => {
  before(async () => {
    await server.start();
    router = new Router(server.links.url);
    await router.open();
    browser = await open_browser();
    staff = await Staff.open(browser, server.links);
    played = server
      .run(
        ...['rehearse', '--quiet', '--url', router.way_to(server.links.url)],
        ...['--scenario', scenario, '--desk-link-file', server.links_file],
        ...['--participants', '40', '--speed', '200'],
      )
      .finally(() => (ended = true));
  });

  after(async () => {
    await browser?.close();
    await router?.cut();
    await server.remove();
  });

  it('has every device back within ten seconds of the light', async (t) => {
    await staff.until_ideas(30);
    const before_cut = await staff.connected();
    assert.ok(before_cut >= 36, `${before_cut} devices`);
    router.darken();
    await are_connected(0);
    await pass(dark_ms); // the cut itself, not a wait for something
    await router.open();
    const since = Date.now();
    await are_connected(before_cut);
    const took = Date.now() - since;
    t.diagnostic(`${before_cut} devices were back after ${(took / 1000).toFixed(1)} s`);
    assert.ok(took <= back_ms_max);
    assert.ok(!ended, 'the session was over before the cut');
  });

  it('has lost nothing and doubled nothing in the end', async () => {
    const { code, out } = await played;
    assert.equal(code, 0, out);
    assert.match(out, /ideas\s+109 submitted, 109 expected/);
    assert.match(out, /votes\s+345 cast, 345 expected/);
    const texts = await staff.texts();
    assert.equal(new Set(texts).size, texts.length);
    await server.stop();
    assert.equal((await server.run('verify', server.data)).code, 0);
  });
});

describe('real phones without power around them', () => {
  const hall = new Writers();
  let way;

  before(async () => {
    way = await hall.open_behind_router();
  });

  after(() => hall.close());

  it('keep what is written in the dark, and are back with it within ten seconds', async (t) => {
    const six = Array.from({ length: 6 }, () => hall.joined(way.way_to(hall.server.links.phone)));
    const phones = await Promise.all(six);
    way.darken();
    await Promise.all(
      phones.map(async (page, i) => {
        await see(page.getByText('Відновлюємо зв’язок…'));
        await write(page, `У темряві, телефон ${i}`);
        await see(page.getByText('Немає зв’язку. Ідею збережено на телефоні'));
      }),
    );
    while (way.knocks < phones.length) await pass(50); // each hangs in an attempt, at worst
    await way.open();
    const since = Date.now();
    await Promise.all(phones.map((page) => see(page.getByText('На зв’язку', { exact: true }))));
    const took = Date.now() - since;
    t.diagnostic(`six phones were back after ${(took / 1000).toFixed(1)} s`);
    assert.ok(took <= back_ms_max);
    for (const i of phones.keys()) await hall.arrives(`У темряві, телефон ${i}`);
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});
