// The 109 ideas of the acceptance scenario, played by simulated people, watched on a real board and
// a real desk. The pictures of a full hall come from here.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings, open_browser, open_page } from './browser.mjs';
import { see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { count_bytes, kilobytes } from './slow_phone.mjs';
import { VicheServer } from './viche_server.mjs';
import { agree, write } from './writers.mjs';

const scenario = fileURLToPath(new URL('../data/serhiivka-109-illustrative.csv', import.meta.url));
const server = new VicheServer();
const beside = new VicheServer();
const patient = { timeout: 120_000 };
let browser;
let desk;
let board;
let phone;
let played;
let took_part;

describe('a full hall on board and desk', () => {
  before(async () => {
    await server.start();
    browser = await open_browser();
    desk = await open_page(browser, 'desk', server.links.desk);
    board = await open_page(browser, 'board', server.links.board);
    played = play(server);
    took_part = take_part();
    took_part.catch(() => undefined); // heard where it is waited for
  });

  after(async () => {
    await browser?.close();
    await server.remove();
    await beside.remove();
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

  it('costs a phone that takes part from beginning to end at most 1 MB', async (t) => {
    const received = await took_part;
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

function play(hall) {
  return hall.run(
    ...['rehearse', '--quiet', '--url', hall.links.url, '--scenario', scenario],
    ...['--desk-link-file', hall.links_file, '--participants', '40', '--speed', '120'],
  );
}

// One real phone among the simulated ones: joins, writes an idea, gives all its votes, sees the
// results. In a hall of its own, as the rehearsal reckons with nobody else. Resolves to what it
// received.
async function take_part() {
  await beside.start();
  phone = await open_page(browser, 'phone', 'about:blank');
  const { seen } = await count_bytes(phone);
  await phone.goto(beside.links.phone);
  await agree(phone);
  const ended = play(beside);
  await phone.locator('#idea').waitFor(patient);
  await write(phone, 'Лавка з дашком на кожній зупинці');
  await see(phone.getByText('Надіслано. Дякуємо!'));
  const free = phone.getByRole('button', { name: /^Голосувати \(ідея №/ });
  await free.first().waitFor(patient);
  await free.evaluateAll((buttons) => buttons.slice(0, 10).forEach((vote) => vote.click()));
  await see(phone.getByText('Ви використали всі голоси'));
  await phone.getByText('Дякуємо за участь!').waitFor(patient);
  await ended;
  return seen;
}
