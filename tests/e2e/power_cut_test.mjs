// The power cut of the acceptance scenario: the router of the hall dies among the ideas, forty
// simulated devices go on writing, the router comes back. The laptop lives on its battery.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open_browser } from './browser.mjs';
import { Router } from './router.mjs';
import { Staff } from './staff.mjs';
import { VicheServer } from './viche_server.mjs';

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
    await router.cut();
    await are_connected(0);
    await new Promise((light) => setTimeout(light, dark_ms)); // the cut itself, not a wait for it
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
