// Desk and operator's page on the screens they are read on: a laptop's, the same at 200 %, where it
// is 683 × 384 to the page, and a tablet held upright. Every control can be hit, none is cut off.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { findings, open_page } from './browser.mjs';
import { button, gone, Hall, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { cut_off, is_wider_than_the_screen, too_small } from './targets.mjs';

const sizes = { laptop: [1366, 768], tablet: [768, 1024], twice: [683, 384] };
const hall = new Hall();
let desk;

async function seen(page, moment) {
  for (const [name, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height });
    await picture(page, `look-${moment}-${name}`);
    assert.deepEqual(await page.evaluate(too_small), [], `${moment}: ${name}`);
    assert.deepEqual(await page.evaluate(cut_off), [], `${moment}: ${name}`);
    assert.ok(!(await page.evaluate(is_wider_than_the_screen)), `${moment}: ${name} is too wide`);
    // In one column a bar sticks to the screen's edge, and axe takes what it would pass over
    // further down the page for covered.
    if (name === 'laptop') assert.deepEqual(await findings(page), [], moment);
  }
}

const is_longer_than_the_screen = () =>
  document.documentElement.scrollHeight > document.documentElement.clientHeight;

// The height that the first idea's text has on the screen, once it was scrolled to.
async function text_in_sight() {
  const text = hall.row(1).locator('.text');
  await text.scrollIntoViewIfNeeded();
  await picture(desk, 'look-desk-ideas-twice');
  const { y, height } = await text.boundingBox();
  return Math.min(y + height, sizes.twice[1]) - Math.max(y, 0);
}

describe('the screens of the desk', () => {
  before(async () => {
    await hall.open();
    ({ desk } = hall);
    await hall.join();
    await hall.jump('Збір ідей');
    await hall.write('Лікар в амбулаторії щодня, а не двічі на тиждень', 'Медицина');
    await hall.write('Освітлення на вулиці Садовій', 'Інфраструктура');
    await see(hall.row(2));
  });
  after(() => hall.close());
  afterEach(() => hall.remember());

  it('show programme, ideas and hall', async () => {
    await hall.shelf('Усі');
    await hall.row(1).locator('.text').click();
    await seen(desk, 'desk');
    assert.ok((await text_in_sight()) > 20);
    const list = await desk.getByRole('grid').boundingBox();
    assert.ok(list.width > 600, `${list.width} px for the ideas`);
    await desk.setViewportSize({ width: 1366, height: 768 });
    assert.ok(!(await desk.evaluate(is_longer_than_the_screen)), 'the laptop’s desk scrolls');
    await desk.setViewportSize({ width: 683, height: 384 });
  });

  it('keep what was done and the way back in sight', async () => {
    await hall.act(1, 'Приховати');
    await seen(desk, 'desk-reasons');
    await desk.getByRole('button', { name: 'повтор' }).click();
    await see(button(desk, 'Скасувати дію'));
    const { y } = await button(desk, 'Скасувати дію').boundingBox();
    assert.ok(y > 0 && y < sizes.twice[1], `the way back is at ${y}`);
    await button(desk, 'Скасувати дію').click();
    await see(desk.getByText('Дію скасовано'));
  });

  it('show dialogs and help', async () => {
    await button(hall.phone, 'Допомога й налаштування').click();
    await button(hall.phone, 'Потрібна допомога').click();
    await see(button(desk, 'Підійшли'));
    await hall.act(1, 'Змінити напрям');
    await seen(desk, 'desk-areas');
    await button(desk, 'Скасувати').click();
    await button(desk, 'Налаштування залу').click();
    await seen(desk, 'desk-setup');
    await button(desk.getByRole('dialog'), 'Закрити').click();
    await gone(desk.getByRole('dialog'));
  });

  it('let an operator write', async () => {
    const operator = await open_page(hall.browser, 'desk', hall.server.links.operator);
    await operator.getByLabel('Ідея', { exact: true }).fill('Поручні на сходах до пошти');
    await seen(operator, 'operator');
    assert.deepEqual(operator.complaints, []);
    await operator.close();
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});
