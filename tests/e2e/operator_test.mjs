// The operator's page behind a line that breaks: what is typed is kept, every idea arrives once;
// and what it writes for a table in the talk, until the desk erases it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open_page } from './browser.mjs';
import { button, gone, looks_right, see } from './hall.mjs';
import { Writers } from './writers.mjs';

const hall = new Writers();
let router;
let page;
let desk;
let board;

const field = (on = page) => on.getByLabel('Ідея', { exact: true });
const queued = (on = page) => on.locator('.waiting li');

const sentence = () => page.getByLabel('Речення', { exact: true });
const sizes = [
  [1366, 768],
  [1024, 768],
];

// Somebody at the table, who saw what it says now.
async function somebody_says(text, table = 8) {
  const said = new Map(await hall.staff.records('sentence')).get(table);
  await hall.staff.do({ kind: 'say_for_table', table, text, after: said?.seq ?? 0 });
}

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

  it('says one sentence for a table, and is told when others said another', async () => {
    await hall.staff.configure({ tables: 8, question: 'Що змінити за рік?' });
    await hall.staff.do({ kind: 'open_phase', phase: 'talk', minutes: 0 });
    desk = await open_page(hall.browser, 'desk', hall.server.links.desk);
    board = await open_page(hall.browser, 'board', hall.server.links.board);
    await see(desk.getByText('Жоден стіл ще нічого не сказав.'));
    await sentence().fill('Лікар в амбулаторії щодня');
    await sentence().press('Enter');
    await see(page.getByText('Оберіть, за який стіл пишете.'));
    await page.getByLabel('Стіл', { exact: true }).selectOption({ label: 'Стіл 8' });
    await see(page.getByText('Стіл 8 ще нічого не сказав.'));
    await sentence().press('Enter');
    await see(page.getByText('Записано: «Стіл 8: Лікар в амбулаторії щодня»'));
    await see(board.getByText('Лікар в амбулаторії щодня'));
    await see(page.locator('blockquote', { hasText: 'Лікар в амбулаторії щодня' }));

    await sentence().fill('Лікар щодня і дорога до школи');
    await somebody_says('Лікар і аптека');
    await see(page.getByText('Поки ви писали, від цього столу надіслали інше.'));
    for (const [width, height] of sizes) {
      await looks_right(page, `operator-talk-${width}`, { size: { width, height } });
    }
    await router.cut();
    await sentence().press('Enter');
    await see(page.getByText('Чекає на мережу: 1.'));
    await somebody_says('Лікар, аптека і дорога');
    await router.open();
    await see(page.getByText('Не записано. За цим столом щойно написали інше.'));
    await looks_right(page, 'operator-talk-refused');
    await button(page, 'Виправити').click();
    assert.equal(await sentence().inputValue(), 'Лікар щодня і дорога до школи');
    await sentence().press('Enter');
    await see(desk.getByRole('listitem').getByText('Лікар щодня і дорога до школи'));
  });

  it('whose sentence the desk erases, and no page has it any more', async () => {
    await somebody_says('Світло на зупинках і тротуар до школи', 2);
    await see(desk.getByText('Ще мовчать столи: 1, 3–7'));
    for (const [width, height] of sizes) {
      await looks_right(desk, `desk-talk-${width}`, { size: { width, height } });
    }
    await button(desk, 'Прибрати… речення столу 8').click();
    await see(desk.getByRole('dialog').getByText('Лікар щодня і дорога до школи'));
    await looks_right(desk, 'desk-talk-erase');
    await button(desk, 'Прибрати назавжди').click();
    await gone(board.getByText('Лікар щодня і дорога до школи'));
    await see(board.getByText('Світло на зупинках і тротуар до школи'));
    await see(desk.getByText('Речення столу 8 прибрано'));
    await see(desk.getByText('Ще мовчать столи: 1, 3–8'));
    assert.equal(await desk.evaluate(() => document.activeElement.id), 'said');
    await see(page.getByText('Стіл 8 ще нічого не сказав.'));
  });

  it('never complained', () => {
    const pages = [page, desk, board].flatMap(({ complaints }) => complaints);
    assert.deepEqual([...pages, ...hall.complaints()], []);
  });
});
