// What the desk prints for the hall: the poster at the door and the cards on the tables.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open_browser, open_page } from './browser.mjs';
import { button, gone, looks_right, see } from './hall.mjs';
import { VicheServer } from './viche_server.mjs';

const server = new VicheServer();
let browser;
let desk;

const qr = (name) => desk.getByRole('img', { name, exact: true });
// As the desk is told that phones find the server.
const way_in = () => `http://192.168.1.10:8080/s/${server.links.code}`;

async function open_sheets() {
  await desk.getByRole('button', { name: 'Як приєднатися' }).click();
  await button(desk, 'Надрукувати плакат і картки столів').click();
  await see(button(desk, 'Друкувати'));
}

// Pages of paper, and that nothing on them is larger than they are.
async function pages() {
  const is_whole = () =>
    [...document.querySelectorAll('.sheet, .sheet article')].every(
      (sheet) => sheet.scrollHeight <= sheet.clientHeight && sheet.scrollWidth <= sheet.clientWidth,
    );
  await desk.evaluate(() => document.fonts.ready);
  assert.ok(await desk.evaluate(is_whole));
  const pdf = await desk.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

describe('what the desk prints', () => {
  before(async () => {
    await server.start();
    browser = await open_browser();
    desk = await open_page(browser, 'desk', server.links.desk);
  });
  after(async () => {
    await browser?.close();
    await server.remove();
  });

  it('is a poster with the way in, on one page', async () => {
    const { code } = server.links;
    await open_sheets();
    await see(qr(`QR-код з адресою ${way_in()}`));
    const poster = desk.getByRole('article');
    await see(poster.getByText(`${code.slice(0, 3)}\u00a0${code.slice(3)}`));
    await see(poster.getByText(new URL(way_in()).host));
    assert.equal(await poster.getByText('Під’єднайтеся до Wi-Fi').count(), 0);
    await looks_right(desk, 'desk-poster');
    assert.equal(await pages(), 1);
    await desk.keyboard.press('Escape');
    await see(button(desk, 'Налаштування залу'));
  });

  it('tells the Wi-Fi first where there is one', async () => {
    await button(desk, 'Налаштування залу').click();
    await desk.getByLabel('Назва мережі').fill('Зал "Криниця"');
    await desk.getByLabel('Пароль').fill('W'.repeat(63));
    await button(desk, 'Показувати в залі').click();
    await see(desk.getByText('Показано: «'));
    await button(desk.getByRole('dialog'), 'Закрити').click();
    await open_sheets();
    await see(qr('QR-код для під’єднання до Wi-Fi «Зал "Криниця"»'));
    await see(desk.getByText('W'.repeat(63)));
    assert.equal(await pages(), 1);
  });

  it('are cards whose codes seat a phone at their table', async () => {
    await button(desk, 'Картки столів').click();
    await desk.getByLabel('Скільки карток').fill('5');
    await button(desk, 'Зробити столів: 5').click();
    await gone(desk.getByText('У сесії столів: 0.'));
    assert.equal(await desk.getByRole('article').count(), 5);
    await looks_right(desk, 'desk-cards');
    assert.equal(await pages(), 2);
    await see(qr(`QR-код столу 5 з адресою ${way_in()}?table=5`));
    const phone = await open_page(browser, 'phone', `${server.links.phone}?table=5`);
    assert.equal(await phone.getByLabel('Ваш стіл').inputValue(), '5');
    await button(desk, 'Закрити').click();
    await see(desk.getByText('Ідей за столами'));
  });

  it('never complained', () => assert.deepEqual(desk.complaints, []));
});
