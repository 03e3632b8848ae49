// Ways in that are not the smooth one: a server that is away, a wrong link, a browser that keeps
// nothing, another language; and the operator's own door.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import {
  open_browser,
  open_page,
  tell_addresses,
  with_page_that_keeps_nothing,
} from './browser.mjs';
import { button, gone, looks_right, see } from './hall.mjs';
import { Router } from './router.mjs';
import { VicheServer } from './viche_server.mjs';

const server = new VicheServer();
const opened = [];
let browser;

async function open(kind, url) {
  const page = await open_page(browser, kind, url);
  opened.push(page);
  return page;
}

// The page itself has come, and then the server is away: its door does not answer.
async function open_while_away(kind) {
  const page = await open(kind, 'about:blank');
  await page.route('**/trade', (route) => route.abort());
  await page.goto(server.links[kind]);
  return page;
}

describe('the doors', () => {
  before(async () => {
    await server.start();
    browser = await open_browser();
  });

  after(async () => {
    await browser?.close();
    await server.remove();
  });

  for (const kind of ['desk', 'board']) {
    it(`says on the ${kind} that the server is looked for, and goes on by itself`, async () => {
      const page = await open_while_away(kind);
      await see(page.getByText('Шукаємо сервер…'));
      await see(page.getByText('Сторінка відкриється сама'));
      await looks_right(page, `${kind}-searching`);
      await page.unroute('**/trade');
      await see(page.getByText('Стратегія громади до 2034 року'));
      assert.equal(new URL(page.url()).hash, '');
      await page.close();
    });

    it(`says on the ${kind} that a link is wrong`, async () => {
      const page = await open(kind, server.links[kind].replace(/#.*/, `#${'A'.repeat(43)}`));
      await see(page.getByText('Це посилання не діє. Попросіть нове.'));
      await looks_right(page, `${kind}-wrong-link`);
      await page.close();
    });

    it(`keeps the language of the ${kind} for itself`, async () => {
      const page = await open(kind, server.links[kind]);
      const language = () => page.evaluate(() => document.documentElement.lang);
      await see(page.getByText('Стратегія громади до 2034 року'));
      assert.equal(await language(), 'uk');
      await page.mouse.move(400, 300);
      await button(page, 'English').click();
      const words = kind === 'desk' ? 'How to join' : 'Joined:';
      await see(page.getByText(words));
      await page.reload();
      await see(page.getByText(words));
      assert.equal(await language(), 'en');
      await looks_right(page, `${kind}-english`);
      // A phone of the same browser speaks Ukrainian still.
      await page.goto(server.links.phone);
      await see(button(page, 'Зрозуміло, приєднатися'));
      await page.close();
    });
  }

  it('says what to do while no phone can find the laptop, then shows the way', async () => {
    const router = new Router(server.links.url);
    await router.open();
    const board = await open('board', 'about:blank');
    const desk = await open('desk', 'about:blank');
    for (const [page, link] of [
      [board, server.links.board],
      [desk, server.links.desk],
    ]) {
      await tell_addresses(page, [server.links.url]);
      await page.goto(router.way_to(link));
    }
    await see(board.getByText('Ноутбук ще не в мережі залу'));
    assert.equal(await board.getByRole('img', { name: /QR/ }).count(), 0);
    await looks_right(board, 'board-no-way');
    await desk.getByRole('button', { name: 'Як приєднатися' }).click();
    await see(desk.getByRole('dialog').getByText('Під’єднайте ноутбук до Wi-Fi залу'));
    await looks_right(desk, 'desk-no-way');
    for (const page of [board, desk]) {
      await tell_addresses(page, ['http://10.0.0.7:8080', server.links.url]);
    }
    await router.cut();
    await router.open();
    const way = `QR-код з адресою http://10.0.0.7:8080/s/${server.links.code}`;
    await see(board.getByRole('img', { name: way }));
    await see(desk.getByRole('dialog').getByRole('img', { name: way }));
    for (const page of [board, desk]) await page.close();
    await router.cut();
  });

  it('lets the operator write for a table, and keeps the table chosen', async () => {
    const desk = await open('desk', server.links.desk);
    await desk.getByText('Перейти до іншого етапу').click();
    await desk.getByLabel('Етап', { exact: true }).selectOption({ label: 'Збір ідей' });
    await button(desk, 'Перейти').click();
    const page = await open('desk', server.links.operator);
    await page.getByLabel('Ідея', { exact: true }).fill('Поручні на сходах до пошти');
    await page.getByLabel('Інфраструктура').check();
    await looks_right(page, 'operator');
    await button(page, 'Надіслати ідею').click();
    await see(page.getByText('Записано: «Поручні на сходах до пошти»'));
    await see(desk.getByRole('row').filter({ hasText: 'Поручні на сходах' }).getByText('усно'));
    await looks_right(page, 'operator-sent');
    assert.match(page.url(), /\/operator$/);
    await page.close();
    await desk.close();
  });

  it('works in a browser that keeps nothing: no cookies, no storage', async () => {
    await with_page_that_keeps_nothing('desk', server.links.desk, async (desk) => {
      await see(desk.getByRole('row').filter({ hasText: 'Поручні на сходах' }));
      assert.deepEqual(await desk.context().cookies(), []);
      assert.equal(new URL(desk.url()).hash, '');
      const names = { 'Сторінка (HTML)': 'html', JSON: 'json', 'CSV для Excel': 'excel.csv' };
      await button(desk, 'Звіт і файли').click();
      for (const [words, ending] of Object.entries(names)) {
        const [file] = await Promise.all([
          desk.waitForEvent('download'),
          button(desk, `Завантажити: ${words}`).click(),
        ]);
        assert.equal(file.suggestedFilename(), `viche-${server.links.code}.${ending}`);
        assert.ok(readFileSync(await file.path(), 'utf8').includes('Поручні на сходах'), words);
      }
      await looks_right(desk, 'desk-keeps-nothing');
      await server.kill();
      await button(desk, 'Завантажити: JSON').click();
      await see(desk.getByText('Файл не завантажено: сервер не відповідає.'));
      await server.start();
      await button(desk, 'Закрити').click();
      await see(desk.getByText('На зв’язку', { exact: true }));
      const phone = await desk.context().newPage();
      await phone.goto(server.links.phone);
      await button(phone, 'Зрозуміло, приєднатися').click();
      await see(phone.locator('#idea'));
      await gone(phone.getByText('Браузер не зберіг перепустку'));
      assert.deepEqual(desk.complaints, []);
    });
  });

  it('never complained', () => {
    assert.deepEqual(
      opened.flatMap((page) => page.complaints),
      [],
    );
  });
});
