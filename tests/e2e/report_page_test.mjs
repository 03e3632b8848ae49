// The report as a page: what finds and orders proposals in it runs under the page's own policy, a
// phone shows one after another, and paper shows all of them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings, open_browser, open_page } from './browser.mjs';
import { picture } from './pictures.mjs';
import { Staff } from './staff.mjs';
import { is_wider_than_the_screen } from './targets.mjs';
import { VicheServer } from './viche_server.mjs';

const scenario = fileURLToPath(
  new URL('../data/serhiivka-109-illustrative.csv', import.meta.url),
);
const server = new VicheServer();
const choice = (page, name) => page.getByRole('combobox', { name });
const shown = (page) => page.locator('tr[data-areas]:visible');
const said = (page) => page.getByRole('status').textContent();
const numbers = async (page) =>
  (await shown(page).locator('td:first-child').allTextContents()).map(Number);
let browser;

// The working edition, as a facilitator opens it.
async function open(kind) {
  const { url, code, desk } = server.links;
  const page = await open_page(browser, kind, 'about:blank');
  page.on('console', (line) => page.complaints.push(line.text()));
  await page.setExtraHTTPHeaders({ Authorization: `Bearer ${new URL(desk).hash.slice(1)}` });
  await page.goto(new URL(`/api/sessions/${code}/report.html`, url).href);
  return page;
}

describe('the report as a page', () => {
  before(async () => {
    await server.start();
    const { links, links_file } = server;
    const { code, out } = await server.run(
      ...['rehearse', '--quiet', '--url', links.url, '--desk-link-file', links_file],
      ...['--scenario', scenario, '--speed', '100000'],
    );
    assert.equal(code, 0, out);
    browser = await open_browser();
    const staff = await Staff.open(browser, links);
    const ideas = new Map((await staff.records('idea')).map(([id, { number }]) => [number, id]));
    const decided = (number, outcome) => ({
      idea: ideas.get(number),
      decision: { outcome, reason: 'Є в плані', goal: '1.2', responsible: 'Рада', deadline: '' },
    });
    await staff.do({
      kind: 'decide_proposals',
      lines: [decided(4, 'accepted'), decided(3, 'partly'), decided(8, 'accepted')],
    });
  });
  after(async () => {
    await browser?.close();
    await server.remove();
  });

  it('finds proposals by the beginnings of words, whatever their case', async () => {
    const page = await open('desk');
    assert.equal(await said(page), 'Показано 95 з 95');
    await page.getByLabel('Знайти пропозицію').fill('ДОРОГИ');
    assert.ok((await numbers(page)).includes(4));
    const found = (await numbers(page)).length;
    assert.equal(await said(page), `Показано ${found} з 95`);
    assert.ok(found < 20);
    await page.getByRole('button', { name: 'Показати всі' }).click();
    await page.getByText('Показано 95 з 95').waitFor();
    assert.deepEqual(page.complaints, []);
  });

  it('shows one area, one outcome, and the best first', async () => {
    const page = await open('desk');
    await choice(page, 'Порядок').selectOption('за голосами');
    assert.deepEqual((await numbers(page)).slice(0, 4), [4, 3, 8, 12]);
    await choice(page, 'Результат розгляду').selectOption('враховано');
    assert.deepEqual(await numbers(page), [4, 8]);
    await choice(page, 'Результат розгляду').selectOption('усі результати');
    await choice(page, 'Напрям').selectOption('Освіта');
    const found = await shown(page).allTextContents();
    assert.ok(found.length > 0 && found.every((row) => row.includes('Освіта')));
    await picture(page, 'report-found');
  });

  it('is whole on paper, however it stands on the screen', async () => {
    const page = await open('desk');
    await page.getByLabel('Знайти пропозицію').fill('дорога');
    await page.emulateMedia({ media: 'print' });
    assert.equal((await numbers(page)).length, 95);
    assert.ok(await page.getByLabel('Знайти пропозицію').isHidden());
  });

  it('is as whole where no script runs', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const { url, code, desk } = server.links;
    await page.setExtraHTTPHeaders({ Authorization: `Bearer ${new URL(desk).hash.slice(1)}` });
    await page.goto(new URL(`/api/sessions/${code}/report.html`, url).href);
    assert.equal(await shown(page).count(), 95);
    assert.ok(await page.locator('form.find').isHidden());
    await context.close();
  });

  for (const kind of ['phone', 'desk']) {
    it(`fits a ${kind}, and axe finds nothing`, async () => {
      const page = await open(kind);
      await picture(page, `report-${kind}`);
      assert.ok(!(await page.evaluate(is_wider_than_the_screen)));
      assert.deepEqual(await findings(page), []);
      await page.locator('#p4').scrollIntoViewIfNeeded();
      await picture(page, `report-${kind}-proposal`);
    });
  }
});
