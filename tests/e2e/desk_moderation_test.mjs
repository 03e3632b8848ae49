// Two facilitators at two desks: steps taken back, ideas looked at before they are shown, slips
// corrected, ideas shared out, and links that come and go.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { open_page } from './browser.mjs';
import { button, gone, Hall, looks_right, see } from './hall.mjs';

const ideas = [
  ['Лікар в амбулаторії щодня', 'Медицина'],
  ['Освітленя на вулиці Садовій', 'Інфраструктура'],
  ['Майданчик біля школи', 'Молодь і спорт'],
];

const hall = new Hall();
let phone;
let desk;
let other; // the second facilitator's desk
let way_in; // and the link that opened it

const dialog = () => desk.getByRole('dialog');
const row_of = (page, number) => page.getByRole('row').filter({ hasText: `№ ${number} ` });

async function shelf_of(page, name) {
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
}

async function act_on(page, number, name) {
  await row_of(page, number).locator('.text').click();
  await row_of(page, number).getByRole('button', { name }).click();
}

async function open_links() {
  await button(desk, 'Налаштування залу').click();
  await button(dialog(), 'Ведучі й посилання').click();
}

describe('two facilitators', () => {
  before(async () => {
    await hall.open();
    ({ phone, desk } = hall);
    await hall.join();
    await hall.jump('Збір ідей');
    for (const [text, area] of ideas.slice(0, 2)) {
      await hall.write(text, area);
      await see(hall.card(text));
    }
  });
  after(() => hall.close());
  afterEach(() => hall.remember());

  it('give each other a link, shown once', async () => {
    await open_links();
    await dialog().getByLabel('Ім’я або назва').fill('Оксана');
    await button(dialog(), 'Створити посилання').click();
    await see(dialog().getByRole('img', { name: /QR-код посилання/ }));
    await button(dialog(), 'Скопіювати').click();
    await looks_right(desk, 'desk-link-made');
    const shown = await dialog().getByLabel('Посилання', { exact: true }).inputValue();
    const { pathname, hash } = new URL(shown);
    way_in = new URL(`${pathname}${hash}`, hall.server.links.url).href;
    await button(dialog(), 'Готово').click();
    await see(dialog().getByText('Оксана'));
    await see(dialog().getByText('це ви'));
    await looks_right(desk, 'desk-links');
    await button(dialog(), 'Закрити').click();
    other = await open_page(hall.browser, 'desk', way_in);
    await see(row_of(other, 2));
  });

  it('see who works on what, and are asked once before they meddle', async () => {
    await act_on(other, 1, 'Взяти в роботу');
    await see(hall.row(1).getByText('У роботі: Оксана'));
    await hall.act(1, 'Приховати');
    await see(hall.row(1).getByText('Усе одно змінити?'));
    await looks_right(desk, 'desk-claimed');
    await button(hall.row(1), 'Так, змінити').click();
    await desk.getByRole('button', { name: 'повтор' }).click();
    await gone(hall.card(ideas[0][0]));
  });

  it('take a step back, even after a reload', async () => {
    await desk.reload();
    await see(desk.getByText('Раніше: Приховано № 1'));
    await button(desk, 'Скасувати дію').click();
    await see(hall.card(ideas[0][0]));
  });

  it('cannot take back what the other changed since, and read which idea', async () => {
    await hall.shelf('Усі');
    await hall.act(2, 'Виправити…');
    await dialog().getByLabel('Текст ідеї').fill('Освітлення на вулиці Садовій');
    await looks_right(desk, 'desk-correct');
    await button(dialog(), 'Зберегти').click();
    await see(hall.card('Освітлення на вулиці Садовій'));
    await see(hall.row(2).getByText('Було: Освітленя на вулиці Садовій'));
    await shelf_of(other, 'Усі');
    await act_on(other, 2, 'Приховати');
    await other.getByRole('button', { name: 'повтор' }).click();
    await see(hall.row(2).getByText('Приховано: повтор'));
    await button(desk, 'Скасувати дію').click();
    await see(desk.getByText('ідею № 2 після цього змінили ще раз'));
    await button(other, 'Скасувати дію').click();
    await see(hall.card('Освітлення на вулиці Садовій'));
  });

  it('put the author’s wording back from the list of last actions', async () => {
    await button(desk, 'Ваші останні дії').click();
    await looks_right(desk, 'desk-undo-list');
    await button(dialog(), 'Скасувати: Виправлено № 2').click();
    await see(hall.card(ideas[1][0]));
    await button(dialog(), 'Закрити').click();
  });

  it('look at ideas before everybody sees them', async () => {
    await button(desk, 'Налаштування залу').click();
    await dialog().getByLabel('Перевіряти ідеї перед показом').check();
    await see(dialog().getByText('Нові ідеї побачить спершу лише ведучий'));
    await looks_right(desk, 'desk-premoderation');
    await button(dialog(), 'Закрити').click();
    await hall.write(...ideas[2]);
    await hall.shelf('На перевірці');
    await see(hall.row(3));
    assert.equal(await hall.card(ideas[2][0]).count(), 0);
    await hall.row(3).locator('.text').click();
    await looks_right(desk, 'desk-pending');
    await button(hall.row(3), 'Оприлюднити').click();
    await see(hall.card(ideas[2][0]));
    await see(desk.getByText('На перевірці ідей немає.'));
  });

  it('are told who is away before ideas are closed', async () => {
    await phone.goto('about:blank');
    await see(desk.getByText('1 телефон не на зв’язку'));
    await button(desk, 'Почати: Впорядкування').click();
    await see(button(desk, 'Почати все одно'));
    await looks_right(desk, 'desk-away');
    await button(desk, 'Зачекати').click();
    await see(button(desk, 'Почати: Впорядкування'));
  });

  it('plan minutes for each other', async () => {
    await desk.getByLabel('Тривалість, хвилин').fill('20');
    await desk.getByLabel('Тривалість, хвилин').press('Tab');
    await see(other.locator('.phases li', { hasText: 'Впорядкування' }).getByText('20 хв'));
  });

  it('withdraw a link, and its page ends with words', async () => {
    await open_links();
    await button(dialog(), 'Відкликати… Оксана').click();
    await looks_right(desk, 'desk-link-withdraw');
    await button(dialog(), 'Відкликати').click();
    await see(other.getByText('Пульт закрито.'));
    await looks_right(other, 'desk-withdrawn');
    await gone(dialog().getByText('Оксана'));
    await button(dialog(), 'Закрити').click();
  });

  it('come in again with the code on the recovery sheet', async () => {
    await desk.getByRole('button', { name: 'Як приєднатися' }).click();
    await button(desk, 'Роздруківки для залу').click();
    await desk.getByRole('button', { name: /^Аркуш відновлення/ }).click();
    await button(desk, 'Створити код').click();
    const code = await desk.locator('.groups', { hasText: '-' }).innerText();
    await looks_right(desk, 'desk-recovery-sheet');
    await other.getByLabel('Код відновлення').fill('0000-0000-0000-0000');
    await button(other, 'Відкрити пульт').click();
    await see(other.getByText('Такого коду в цій сесії немає'));
    await other.getByLabel('Код відновлення').fill(code.toLowerCase());
    await button(other, 'Відкрити пульт').click();
    await see(other.getByText('На перевірці ідей немає.'));
  });

  it('never complained', () => {
    assert.deepEqual([...hall.complaints(), ...other.complaints], []);
  });
});
