// The operator's page behind a line that breaks: what is typed is kept, every idea arrives once.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open_page } from './browser.mjs';
import { button, gone, looks_right, see } from './hall.mjs';
import { Writers } from './writers.mjs';

const hall = new Writers();
let router;
let page;

const field = (on = page) => on.getByLabel('Ідея', { exact: true });
const queued = (on = page) => on.locator('.waiting li');

async function type(text, area = 'Медицина') {
  await field().fill(text);
  await page.getByLabel(area).check();
}

describe('the operator’s page', () => {
  before(async () => {
    router = await hall.open_behind_router();
    page = await open_page(hall.browser, 'desk', router.way_to(hall.server.links.operator));
    await see(field());
  });
  after(() => hall.close());

  it('sends an idea once however often it is pressed', async () => {
    await type('Рентген у районі');
    await field().focus();
    await page.keyboard.down('Control');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await see(page.getByText('Записано: «Рентген у районі»'));
    await hall.arrives('Рентген у районі');
  });

  it('keeps what is written in a cut line, over a reload, and sends each once', async () => {
    await router.cut();
    await type('Аптека в центрі села');
    await button(page, 'Надіслати ідею').dblclick();
    await see(page.getByText('Чекає на мережу'));
    assert.equal(await field().inputValue(), '');
    await type('Автобус до лікарні щоранку');
    await field().press('Control+Enter');
    await see(page.getByText('Чекає на мережу: 2.'));
    await field().fill('Недописаний аркуш');
    await looks_right(page, 'operator-away');
    await page.goto('about:blank');
    await router.open();
    await page.goto(router.way_to(hall.server.links.operator));
    await hall.arrives('Аптека в центрі села');
    await hall.arrives('Автобус до лікарні щоранку');
    await see(page.getByText('Записано: «Автобус до лікарні щоранку»'));
    await gone(queued());
    assert.equal(await field().inputValue(), 'Недописаний аркуш');
  });

  it('is one form in two tabs: one draft, one queue, everything once', async () => {
    const second = await page.context().newPage();
    await second.addInitScript(() => (document.hasFocus = () => false));
    await second.goto(page.url());
    await see(field(second));
    await type('З двох вкладок одна ідея');
    await second.waitForFunction(
      () => document.querySelector('textarea').value === 'З двох вкладок одна ідея',
    );
    await router.cut();
    await field().press('Control+Enter');
    await see(queued(second).getByText('З двох вкладок одна ідея'));
    assert.equal(await field(second).inputValue(), '');
    await router.open();
    await hall.arrives('З двох вкладок одна ідея');
    for (const tab of [page, second]) await gone(queued(tab));
    await second.close();
    assert.equal(await hall.count_of('З двох вкладок одна ідея'), 1);
  });

  it('gives a refused text back with the reason, and lets it be mended', async () => {
    const [[, session]] = await hall.staff.records('session');
    const without = session.areas.filter(({ slug }) => slug !== 'tourism');
    await router.cut();
    await type('Оглядовий майданчик над ставом', 'Туризм');
    await field().press('Control+Enter');
    await see(queued());
    await hall.staff.configure({ areas: without });
    await router.open();
    await see(page.getByText('Не записано. Такого напряму вже немає.'));
    await looks_right(page, 'operator-refused');
    await button(page, 'Виправити').click();
    assert.equal(await field().inputValue(), 'Оглядовий майданчик над ставом');
    await page.getByLabel('Культура').check();
    await field().press('Control+Enter');
    await hall.arrives('Оглядовий майданчик над ставом');
    await gone(page.getByText('Не записано.'));
  });

  it('never complained', () => {
    assert.deepEqual([...page.complaints, ...hall.complaints()], []);
  });
});
