// The 109 ideas of the acceptance scenario, played by simulated people, watched on a real board and
// a real desk. The pictures of a full hall come from here.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings, open_browser, open_page } from './browser.mjs';
import { picture } from './pictures.mjs';
import { VicheServer } from './viche_server.mjs';

const scenario = fileURLToPath(new URL('../data/serhiivka-109-illustrative.csv', import.meta.url));
const server = new VicheServer();
const patient = { timeout: 120_000 };
let browser;
let desk;
let board;
let played;

describe('a full hall on board and desk', () => {
  before(async () => {
    await server.start();
    browser = await open_browser();
    desk = await open_page(browser, 'desk', server.links.desk);
    board = await open_page(browser, 'board', server.links.board);
    played = server.run(
      ...['rehearse', '--quiet', '--url', server.links.url, '--scenario', scenario],
      ...['--desk-link-file', server.links_file, '--participants', '40', '--speed', '300'],
    );
  });

  after(async () => {
    await browser?.close();
    await server.remove();
  });

  it('shows ideas as they come', async () => {
    await board.getByText(/Ідей: (6|7|8)\d/).waitFor(patient);
    await picture(board, 'board', { is_shown: true });
    await picture(desk, 'desk', { is_shown: true });
    await picture(board, 'board-full-small', { size: { width: 1024, height: 768 } });
    assert.deepEqual(await findings(board), []);
    assert.deepEqual(await findings(desk), []);
  });

  it('comes out with the figures of the scenario', async () => {
    const { code, out } = await played;
    assert.equal(code, 0, out);
  });

  it('leaves the results on the board', async () => {
    await picture(board, 'board-end');
    await picture(desk, 'desk-end');
    assert.deepEqual([...board.complaints, ...desk.complaints], []);
  });
});
