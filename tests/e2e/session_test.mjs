// A small session from the first scan to the report, on three real pages: a phone, the desk, the
// board. In the middle the server is killed and started again.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { open_page } from './browser.mjs';
import { button, gone, Hall, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';

const ideas = [
  ['Лікар в амбулаторії щодня, а не двічі на тиждень', 'Медицина'],
  ['Освітлення на вулиці Садовій', 'Інфраструктура'],
  ['Ліхтарі на Садовій, бо ввечері темно', 'Інфраструктура'],
  ['Спортивний майданчик біля школи', 'Молодь і спорт'],
  ['Продам дрова, дзвоніть', 'Бізнес і робота'],
];

const hall = new Hall();
const { server } = hall;
let phone;
let desk;
let board;
let neighbour;

describe('a session on three pages', () => {
  before(async () => {
    await hall.open();
    ({ phone, desk, board } = hall);
  });
  after(() => hall.close());
  afterEach(() => hall.remember());

  it('shows the way in on the board and takes the secret out of the address', async () => {
    const code = server.links.code;
    await see(board.getByText(`${code.slice(0, 3)} ${code.slice(3)}`));
    await see(board.getByRole('img', { name: /QR/ }));
    assert.equal(new URL(board.url()).hash, '');
    await see(button(desk, 'Почати: Знайомство'));
    assert.equal(new URL(desk.url()).hash, '');
  });

  it('lets a phone join by its code, without an account', async () => {
    await phone.goto(new URL('/', server.links.url).href);
    await looks_right(phone, 'phone-code');
    await phone.locator('#code').fill(server.links.code);
    await see(button(phone, 'Зрозуміло, приєднатися'));
    await looks_right(phone, 'phone-consent');
    await hall.join();
    await see(phone.getByText('Ваш телефон готовий'));
    await hall.all_look_right('lobby');
    await picture(board, 'board-lobby-small', { size: { width: 1024, height: 768 } });
    await button(phone, 'Правила й дані').click();
    await see(phone.getByText('Правила участі та дані'));
    await looks_right(phone, 'phone-rules');
    await phone.getByRole('button', { name: 'Закрити' }).click();
  });

  it('goes through the programme by the big button, and every page follows', async () => {
    await hall.begin('Знайомство');
    await hall.begin('Обговорення за столами');
    await see(board.locator('header', { hasText: 'Обговорення за столами' }));
    await see(phone.getByText('Поговоріть за столом'));
    await hall.all_look_right('talk');
    await hall.begin('Збір ідей');
    await see(phone.locator('#idea'));
    await hall.all_look_right('no-ideas');
  });

  it('brings ideas from the phone to the board and to the queue of the desk', async () => {
    for (const [text, area] of ideas) {
      await hall.write(text, area);
      await see(phone.getByText('Надіслано. Дякуємо!'));
      await see(hall.card(text));
      await see(desk.getByRole('row').filter({ hasText: text }));
      if (text === ideas[3][0]) await picture(phone, 'phone', { is_shown: true });
    }
    await see(board.getByText(`Ідей: ${ideas.length}`));
    await hall.all_look_right('ideas');
    await picture(board, 'board-ideas-small', { size: { width: 1024, height: 768 } });
    await hall.tab('Усі').click();
    await see(phone.getByText(ideas[0][0]));
    await looks_right(phone, 'phone-all');
    await hall.tab('Ідея').click();
  });

  it('lets its author mend an idea, and asks before it takes one back', async () => {
    await hall.tab('Мої').click();
    const fourth = phone.locator('.ideas li', { hasText: ideas[3][0] });
    await button(fourth, 'Виправити').click();
    await phone.getByLabel('Ваша ідея').fill(`${ideas[3][0]} з лавками`);
    await looks_right(phone, 'phone-edit');
    await button(phone, 'Зберегти').click();
    await see(hall.card(`${ideas[3][0]} з лавками`));
    await button(fourth, 'Відкликати ідею').click();
    await looks_right(phone, 'phone-withdraw');
    await button(phone, 'Залишити').click();
    await hall.tab('Ідея').click();
  });

  it('says on the phone what is missing before it sends', async () => {
    await phone.locator('#idea').fill('Ідея без напряму');
    await button(phone, 'Надіслати ідею').click();
    await see(phone.getByText('Оберіть один або два напрями.'));
    await looks_right(phone, 'phone-fault');
    await phone.locator('#idea').fill('');
  });

  it('stands still in a pause and says why', async () => {
    await button(desk, 'Повітряна тривога').click();
    await see(board.getByText('Повітряна тривога'));
    await see(phone.getByText('Пройдіть до укриття'));
    await see(button(desk, 'Продовжити'));
    await hall.all_look_right('alarm');
    await button(desk, 'Продовжити').click();
    await see(phone.locator('#idea'));
    await button(desk, 'Перерва').click();
    await see(phone.getByText('Продовжимо після перерви'));
    await looks_right(phone, 'phone-rest');
    await button(desk, 'Продовжити').click();
    await gone(phone.getByText('Продовжимо після перерви'));
  });

  it('loses nothing when the server is killed, and the pages come back by themselves', async () => {
    await server.kill();
    await hall.write('Парасольки на зупинці, щоб не мокнути', 'Інфраструктура');
    await see(phone.getByText('Немає зв’язку. Ідею збережено на телефоні'));
    await see(board.getByText('Зв’язок із сервером перервався'));
    await hall.all_look_right('away');
    await server.start();
    await see(hall.card('Парасольки на зупинці'));
    await see(desk.getByRole('row').filter({ hasText: 'Парасольки на зупинці' }));
    await see(desk.getByText('На зв’язку', { exact: true }));
    await see(board.getByText('Ідей: 6'));
    await hall.tab('Усі').click();
    assert.equal(await phone.getByText('Парасольки на зупинці').count(), 1);
  });

  it('sorts: what is off topic is hidden, what is the same is merged', async () => {
    await hall.begin('Впорядкування');
    await hall.act(5, 'Приховати');
    await desk.getByRole('button', { name: 'реклама' }).click();
    await see(board.getByText('Ідей: 5'));
    await hall.shelf('Усі');
    await desk.getByLabel('Позначити ідею № 2').check();
    await desk.getByLabel('Позначити ідею № 3').check();
    await button(desk, 'Об’єднати…').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Об’єднати' }).click();
    await see(board.getByText('Ідей: 4'));
    await see(board.getByRole('heading', { name: /Інфраструктура\s*2/ }));
    await see(phone.getByText('Ведучі впорядковують ідеї'));
    await hall.all_look_right('sort');
    await picture(board, 'board-sort-small', { size: { width: 1024, height: 768 } });
  });

  it('keeps ideas and votes of a phone that is reloaded', async () => {
    await hall.begin('Голосування');
    await phone.getByRole('button', { name: /^Голосувати \(ідея № 1\)$/ }).click();
    await phone.getByRole('button', { name: /^Голосувати \(ідея № 2\)$/ }).click();
    await see(phone.getByText('Залишилося 8 голосів'));
    const saved = phone.getByRole('button', { name: /^Ваш голос враховано/, pressed: true });
    await see(saved.nth(1));
    await see(board.getByText('з 1', { exact: true }));
    await phone.reload();
    await see(phone.getByText('Залишилося 8 голосів'));
    assert.equal(await saved.count(), 2);
    await hall.all_look_right('vote');
    await picture(board, 'board-vote-small', { size: { width: 1024, height: 768 } });
    await hall.tab('Мої').click();
    await see(phone.getByText(ideas[0][0]));
    await looks_right(phone, 'phone-mine');
  });

  it('counts another phone as another voter', async () => {
    neighbour = await open_page(hall.browser, 'phone', server.links.phone);
    await button(neighbour, 'Зрозуміло, приєднатися').click();
    await neighbour.getByRole('button', { name: /^Голосувати \(ідея № 1\)$/ }).click();
    await see(neighbour.getByText('Ваш голос враховано'));
    await see(board.getByText('з 2', { exact: true }));
  });

  it('can be read in the dark', async () => {
    for (const [name, page] of Object.entries({ phone, desk })) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await looks_right(page, `${name}-dark`);
      await page.emulateMedia({ colorScheme: 'light' });
    }
  });

  it('takes a vote back while voting is open', async () => {
    await hall.tab('Голосування').click();
    await phone.getByRole('button', { name: /^Голосувати \(ідея № 6\)$/ }).click();
    await see(phone.getByText('Залишилося 7 голосів'));
    await phone.getByRole('button', { name: /^Ваш голос враховано \(ідея № 6\)$/ }).click();
    await see(phone.getByText('Залишилося 8 голосів'));
  });

  it('shows the desk how many voted, and the votes only when it asks', async () => {
    await see(desk.getByText('Проголосували 2 з 2').first());
    assert.equal(await desk.getByText('Не показуйте залу').count(), 0);
    await button(desk, 'Показати голоси (лише вам)').click();
    await see(desk.getByText('Не показуйте залу'));
    await looks_right(desk, 'desk-votes');
    await button(desk, 'Сховати голоси').click();
  });

  it('shows places only when the desk reveals them', async () => {
    await hall.begin('Результати');
    await see(board.getByText('Перша десятка ідей'));
    assert.equal(await board.locator('.results li').count(), 0);
    await hall.all_look_right('before-results');
    await button(desk, 'Показати 2-ге місце').click();
    await see(board.locator('.results li', { hasText: ideas[1][0] }));
    await see(phone.locator('.places li', { hasText: ideas[1][0] }));
    assert.equal(await board.getByText(ideas[0][0]).count(), 0);
    await see(button(desk, 'Показати 1-ше місце'));
    await hall.all_look_right('reveal');
    await button(desk, 'Показати 1-ше місце').click();
    await see(board.locator('.results li', { hasText: ideas[0][0] }));
    await see(phone.locator('.places li', { hasText: ideas[0][0] }));
    await see(desk.getByText('Показано всі місця'));
    await hall.all_look_right('results');
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
    await looks_right(desk, 'desk-close');
    await button(desk, 'Завершити назавжди').click();
    await see(phone.getByText('Дякуємо за участь!'));
    await see(board.getByText('Дякуємо!'));
    await see(desk.getByText('Файли для ради, розгляд пропозицій, оприлюднення.'));
    await hall.all_look_right('closed');
  });

  it('never complained and never loaded anything from elsewhere', () => {
    assert.deepEqual([...hall.complaints(), ...neighbour.complaints], []);
  });

  it('ends when asked to, and its file verifies', async () => {
    assert.equal(await server.stop(), 0);
    const { code, out } = await server.run('verify', server.data);
    assert.equal(code, 0, out);
  });
});
