// The 109 ideas of the acceptance scenario, played by simulated people, watched on a real board and
// a real desk. The pictures of a full hall come from here.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings, open_browser, open_page } from './browser.mjs';
import { picture } from './pictures.mjs';
import { count_bytes, kilobytes } from './slow_phone.mjs';
import { VicheServer } from './viche_server.mjs';

const scenario = fileURLToPath(new URL('../data/serhiivka-109-illustrative.csv', import.meta.url));
const server = new VicheServer();
const patient = { timeout: 120_000 };
let browser;
let desk;
let board;
let phone;
let received;
let played;

describe('a full hall on board and desk', () => {
  before(async () => {
    await server.start();
    browser = await open_browser();
    desk = await open_page(browser, 'desk', server.links.desk);
    board = await open_page(browser, 'board', server.links.board);
    phone = await open_page(browser, 'phone', 'about:blank');
    received = (await count_bytes(phone)).seen;
    await phone.goto(server.links.phone);
    played = server.run(
      ...['rehearse', '--quiet', '--url', server.links.url, '--scenario', scenario],
      ...['--desk-link-file', server.links_file, '--participants', '40', '--speed', '120'],
    );
  });

  after(async () => {
    await browser?.close();
    await server.remove();
  });

  it('shows ideas as they come', async () => {
    await board.getByText(/Ідей: (1[2-9]|2\d)/).waitFor(patient);
    await board.locator('.wall article').first().waitFor(patient);
    await picture(board, 'board', { is_shown: true });
    await picture(desk, 'desk', { is_shown: true });
    await picture(board, 'board-full-small', { size: { width: 1024, height: 768 } });
    assert.deepEqual(await findings(board), []);
    assert.deepEqual(await findings(desk), []);
  });

  it('reveals one place after the other', async () => {
    await board.locator('.results li').nth(6).waitFor(patient);
    await picture(board, 'board-places');
  });

  it('comes out with the figures of the scenario, and the board says so', async () => {
    const { code, out } = await played;
    assert.equal(code, 0, out);
    await board.getByText('Дякуємо!').waitFor(patient);
    assert.match(await board.locator('main').innerText(), /95\s+Ідей\s+40\s+Учасників\s+38/);
  });

  it('costs a phone that is on from beginning to end at most 1 MB', async (t) => {
    await phone.getByText('Дякуємо за участь!').waitFor(patient);
    const bytes = received.answers + received.frames;
    t.diagnostic(
      `a whole session of 109 ideas and 345 votes: ${kilobytes(bytes)} of 1024 KB ` +
        `(live ${kilobytes(received.frames)}), ${received.requests} requests`,
    );
    assert.ok(received.frames > 10 * 1024, 'the session was not received');
    assert.ok(bytes <= 1024 * 1024);
  });

  it('never complained', async () => {
    await picture(board, 'board-end');
    await picture(desk, 'desk-end');
    assert.deepEqual(
      [board, desk, phone].flatMap((page) => page.complaints),
      [],
    );
  });
});
