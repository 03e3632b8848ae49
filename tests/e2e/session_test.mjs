// A small session from the first scan to the report, on three real pages: a phone, the desk, the
// board. In the middle the server is killed and started again.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { findings, open_browser, open_page } from './browser.mjs';
import { picture } from './pictures.mjs';
import { VicheServer } from './viche_server.mjs';

const ideas = [
  ['Лікар в амбулаторії щодня, а не двічі на тиждень', 'Медицина'],
  ['Освітлення на вулиці Садовій', 'Інфраструктура'],
  ['Ліхтарі на Садовій, бо ввечері темно', 'Інфраструктура'],
  ['Спортивний майданчик біля школи', 'Молодь і спорт'],
  ['Продам дрова, дзвоніть', 'Бізнес і робота'],
];

const server = new VicheServer();
let browser;
let phone;
let desk;
let board;

const button = (page, name) => page.getByRole('button', { name, exact: true });
const see = (locator) => locator.first().waitFor({ state: 'visible' });
const gone = (locator) => locator.first().waitFor({ state: 'hidden' });
const tab = (name) => phone.getByRole('navigation').getByRole('button', { name });
const row = (number) => desk.getByRole('row').filter({ hasText: `№ ${number} ` });

async function write(text, area) {
  await phone.locator('#idea').fill(text);
  await phone.getByRole('button', { name: area }).click();
  await button(phone, 'Надіслати ідею').click();
}

// The big button of the desk leads through the programme.
async function begin(phase) {
  await button(desk, `Почати: ${phase}`).click();
  await see(desk.locator('.phases [aria-current="step"]', { hasText: phase }));
}

// On the desk: puts the cursor on an idea and opens one of its actions.
async function act(number, name) {
  await row(number).locator('.text').click();
  await row(number).getByRole('button', { name }).click();
}

describe('a session on three pages', () => {
  before(async () => {
    await server.start();
    browser = await open_browser();
    phone = await open_page(browser, 'phone', server.links.phone);
    desk = await open_page(browser, 'desk', server.links.desk);
    board = await open_page(browser, 'board', server.links.board);
  });

  after(async () => {
    await browser?.close();
    await server.remove();
  });

  // What the pages looked like when something went wrong.
  afterEach(async () => {
    for (const [name, page] of Object.entries({ phone, desk, board })) {
      await picture(page, `last-${name}`);
    }
  });

  it('shows the way in on the board and takes the secret out of the address', async () => {
    const code = server.links.code;
    await see(board.getByText(`${code.slice(0, 3)} ${code.slice(3)}`));
    await see(board.getByRole('img', { name: /QR/ }));
    assert.equal(new URL(board.url()).hash, '');
    await see(button(desk, 'Почати: Знайомство'));
    assert.equal(new URL(desk.url()).hash, '');
    await picture(board, 'board-lobby');
  });

  it('lets a phone join by its code, without an account', async () => {
    await phone.goto(new URL('/', server.links.url).href);
    await phone.locator('#code').fill(server.links.code);
    await button(phone, 'Зрозуміло, приєднатися').click();
    await see(phone.getByText('Ваш телефон готовий'));
    await see(board.getByText('Приєдналося: 1'));
    await picture(phone, 'phone-lobby');
  });

  it('goes through the programme by the big button, and every page follows', async () => {
    await begin('Знайомство');
    await begin('Обговорення за столами');
    await see(board.locator('header', { hasText: 'Обговорення за столами' }));
    await begin('Збір ідей');
    await see(phone.locator('#idea'));
  });

  it('brings ideas from the phone to the board and to the queue of the desk', async () => {
    for (const [text, area] of ideas) {
      await write(text, area);
      await see(phone.getByText('Надіслано. Дякуємо!'));
      await see(board.locator('article', { hasText: text }));
      await see(desk.getByRole('row').filter({ hasText: text }));
      if (text === ideas[3][0]) await picture(phone, 'phone', { is_shown: true });
    }
    await see(board.getByText(`Ідей: ${ideas.length}`));
    await picture(desk, 'desk-ideas');
    await picture(board, 'board-ideas');
    await picture(board, 'board-ideas-small', { size: { width: 1024, height: 768 } });
  });

  it('says on the phone what is missing before it sends', async () => {
    await phone.locator('#idea').fill('Ідея без напряму');
    await button(phone, 'Надіслати ідею').click();
    await see(phone.getByText('Оберіть один або два напрями.'));
    await phone.locator('#idea').fill('');
  });

  it('hides an idea with a reason and brings it back, everywhere', async () => {
    await act(5, 'Приховати');
    await desk.getByRole('button', { name: 'реклама' }).click();
    await gone(board.locator('article', { hasText: ideas[4][0] }));
    await tab('Мої').click();
    await see(phone.getByText('Приховано ведучими. Причина: реклама'));
    await tab('Ідея').click();
  });

  it('puts one idea on the whole board', async () => {
    await act(1, 'Показати на екрані');
    await see(board.locator('.spotlight', { hasText: ideas[0][0] }));
    await desk.getByRole('button', { name: 'Прибрати з екрана' }).first().click();
    await gone(board.locator('.spotlight'));
  });

  it('stands still in a pause and says why', async () => {
    await button(desk, 'Повітряна тривога').click();
    await see(board.getByText('Повітряна тривога'));
    await see(phone.getByText('Пройдіть до укриття'));
    await picture(phone, 'phone-pause');
    await picture(board, 'board-pause');
    await button(desk, 'Продовжити').click();
    await see(phone.locator('#idea'));
  });

  it('loses nothing when the server is killed, and the pages come back by themselves', async () => {
    await server.kill();
    await write('Парасольки на зупинці, щоб не мокнути', 'Інфраструктура');
    await see(phone.getByText('Немає зв’язку. Ідею збережено на телефоні'));
    await server.start();
    await see(board.locator('article', { hasText: 'Парасольки на зупинці' }));
    await see(desk.getByRole('row').filter({ hasText: 'Парасольки на зупинці' }));
    await see(desk.getByText('На зв’язку', { exact: true }));
    await see(board.getByText('Ідей: 5'));
    await tab('Усі').click();
    assert.equal(await phone.getByText('Парасольки на зупинці').count(), 1);
  });

  it('merges what is the same', async () => {
    await desk.getByRole('button', { name: /^Усі/ }).click();
    await desk.getByLabel('Позначити ідею № 2 для об’єднання').check();
    await desk.getByLabel('Позначити ідею № 3 для об’єднання').check();
    await button(desk, 'Об’єднати позначені…').click();
    await desk.getByRole('radio', { name: /№ 2/ }).check();
    await desk.getByRole('dialog').getByRole('button', { name: 'Об’єднати' }).click();
    await gone(board.locator('article', { hasText: ideas[2][0] }));
    await see(board.getByText('Ідей: 4'));
  });

  it('keeps ideas and votes of a phone that is reloaded', async () => {
    await begin('Впорядкування');
    await picture(board, 'board-areas');
    await begin('Голосування');
    await phone.getByRole('button', { name: /^Голос за ідею № 1:/ }).click();
    await phone.getByRole('button', { name: /^Голос за ідею № 2:/ }).click();
    await see(phone.getByText('Залишилося 8 голосів'));
    await see(phone.getByText('Ваш голос враховано'));
    await see(board.getByText('з 1', { exact: true }));
    await phone.reload();
    await see(phone.getByText('Залишилося 8 голосів'));
    assert.equal(await phone.getByRole('button', { pressed: true }).count(), 2);
    await picture(phone, 'phone-vote');
    await picture(board, 'board-vote');
    await tab('Мої').click();
    await see(phone.getByText(ideas[0][0]));
  });

  it('takes a vote back while voting is open', async () => {
    await tab('Голосування').click();
    await phone.getByRole('button', { name: /^Голос за ідею № 2:/ }).click();
    await see(phone.getByText('Залишилося 9 голосів'));
  });

  it('has no findings of axe on any page in the middle of a session', async () => {
    for (const [name, page] of Object.entries({ phone, desk, board })) {
      assert.deepEqual(await findings(page), [], name);
    }
  });

  it('shows places only when the desk reveals them', async () => {
    await begin('Результати');
    assert.equal(await board.locator('.results li').count(), 0);
    await button(desk, 'Показати 1-ше місце').click();
    await see(board.locator('.results li', { hasText: ideas[0][0] }));
    await see(phone.locator('.places li', { hasText: ideas[0][0] }));
    await picture(board, 'board-results');
    await picture(phone, 'phone-results');
    await picture(desk, 'desk-results');
  });

  it('gives the desk a report whose formats agree', async () => {
    const at = `${server.links.url}/api/sessions/${server.links.code}/report`;
    const get = async (format) => {
      const answer = await desk.context().request.get(`${at}.${format}`);
      assert.equal(answer.status(), 200, format);
      return answer.text();
    };
    const report = JSON.parse(await get('json'));
    const csv = await get('csv');
    const html = await get('html');
    assert.ok(JSON.stringify(report).includes(ideas[0][0]));
    assert.ok(csv.includes(ideas[0][0]) && html.includes(ideas[0][0]));
    assert.ok(!csv.includes(ideas[4][0]) && !html.includes(ideas[4][0]), 'hidden text in a report');
    const stranger = await phone.context().request.get(`${at}.json`);
    assert.notEqual(stranger.status(), 200);
  });

  it('closes for good, and the pages say thank you', async () => {
    await button(desk, 'Завершити сесію…').click();
    await button(desk, 'Завершити назавжди').click();
    await see(phone.getByText('Дякуємо за участь!'));
    await see(board.getByText('Дякуємо!'));
    for (const [name, page] of Object.entries({ phone, desk, board })) {
      assert.deepEqual(await findings(page), [], name);
    }
  });

  it('never complained and never loaded anything from elsewhere', () => {
    for (const page of [phone, desk, board]) assert.deepEqual(page.complaints, []);
  });

  it('ends when asked to, and its file verifies', async () => {
    assert.equal(await server.stop(), 0);
    const { code, out } = await server.run('verify', server.data);
    assert.equal(code, 0, out);
  });
});
