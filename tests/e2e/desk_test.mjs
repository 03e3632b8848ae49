// What the desk does to ideas, and what phone and board see of it; every dialog on the way.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import { button, gone, Hall, looks_right, see } from './hall.mjs';

const ideas = [
  ['Лікар в амбулаторії щодня, а не двічі на тиждень', 'Медицина'],
  ['Освітлення на вулиці Садовій', 'Інфраструктура'],
  ['Ліхтарі на Садовій, бо ввечері темно', 'Інфраструктура'],
  ['Майданчик біля школи, питати Олену з третього під’їзду', 'Молодь і спорт'],
];

const hall = new Hall();
let phone;
let desk;
let board;

// The phone's own idea, under «Мої».
const mine = (text) => phone.locator('.ideas li', { hasText: text });
const dialog = () => desk.getByRole('dialog');

describe('the desk and its ideas', () => {
  before(async () => {
    await hall.open();
    ({ phone, desk, board } = hall);
    await hall.join();
    await hall.jump('Збір ідей');
    for (const [text, area] of ideas) {
      await hall.write(text, area);
      await see(hall.card(text));
    }
    await hall.tab('Мої').click();
  });
  after(() => hall.close());
  afterEach(() => hall.remember());

  it('hides an idea with a reason, and its author reads why', async () => {
    await hall.act(1, 'Приховати');
    await see(desk.getByText('Причина:'));
    await looks_right(desk, 'desk-reasons');
    await desk.getByRole('button', { name: 'не за темою' }).click();
    await gone(hall.card(ideas[0][0]));
    await see(mine(ideas[0][0]).getByText('Приховано ведучими. Причина: не за темою'));
    await looks_right(phone, 'phone-hidden');
  });

  it('brings a hidden idea back from its shelf, for everybody', async () => {
    await hall.shelf('Приховані');
    await see(hall.row(1).getByText('Приховано: не за темою'));
    await hall.act(1, 'Повернути');
    await see(hall.card(ideas[0][0]));
    await gone(mine(ideas[0][0]).getByText('Приховано ведучими'));
    await see(desk.getByText('Прихованих ідей немає.'));
    await looks_right(desk, 'desk-shelf-empty');
  });

  it('takes a hiding back by «Скасувати дію»', async () => {
    await hall.shelf('Усі');
    await hall.act(1, 'Приховати');
    await desk.getByRole('button', { name: 'повтор' }).click();
    await gone(hall.card(ideas[0][0]));
    await button(desk, 'Скасувати дію').click();
    await see(hall.card(ideas[0][0]));
    await see(desk.getByText('Дію скасовано'));
  });

  it('merges what is the same, under the idea it chose', async () => {
    await desk.getByLabel('Позначити ідею № 2').check();
    await desk.getByLabel('Позначити ідею № 3').check();
    await looks_right(desk, 'desk-marked');
    await button(desk, 'Об’єднати…').click();
    await dialog().getByRole('radio', { name: /№ 3/ }).check();
    await looks_right(desk, 'desk-merge');
    await dialog().getByRole('button', { name: 'Об’єднати' }).click();
    await gone(hall.card(ideas[1][0]));
    await see(board.getByText('Ідей: 3'));
    await see(mine(ideas[1][0]).getByText('Об’єднано з ідеєю № 3'));
    await hall.tab('Усі').click();
    await see(phone.getByText('разом із 1 схожою'));
    assert.equal(await phone.getByText(ideas[1][0]).count(), 0);
  });

  it('splits them again, and both stand as before', async () => {
    await hall.shelf('Об’єднані');
    await see(hall.row(2).getByText('Об’єднано з № 3'));
    await hall.act(2, 'Роз’єднати');
    await see(hall.card(ideas[1][0]));
    await see(hall.card(ideas[2][0]));
    await see(board.getByText('Ідей: 4'));
    await gone(phone.getByText('разом із 1 схожою'));
    await see(phone.getByText(ideas[1][0]));
    await hall.tab('Мої').click();
    await gone(mine(ideas[1][0]).getByText('Об’єднано з ідеєю'));
  });

  it('moves an idea to another area', async () => {
    await hall.shelf('Усі');
    await see(hall.card(ideas[1][0]).getByText('Інфраструктура'));
    await hall.act(2, 'Змінити напрям');
    await dialog().getByLabel('Інфраструктура').uncheck();
    await dialog().getByLabel('Безпека').check();
    await looks_right(desk, 'desk-areas');
    await button(desk, 'Зберегти напрям').click();
    await see(hall.card(ideas[1][0]).getByText('Безпека'));
    assert.equal(await hall.card(ideas[1][0]).getByText('Інфраструктура').count(), 0);
    await see(mine(ideas[1][0]).getByText('Безпека'));
    await see(hall.row(2).getByText('Безпека'));
  });

  it('takes personal data out for ever', async () => {
    await hall.act(4, 'Вилучити персональні дані…');
    await looks_right(desk, 'desk-redact');
    await desk.getByLabel('Текст, який залишиться').fill('Майданчик біля школи');
    await button(desk, 'Вилучити назавжди').click();
    await gone(board.getByText('Олену'));
    await see(hall.card('Майданчик біля школи'));
    await see(mine('Майданчик біля школи').getByText('Ведучі вилучили персональні дані'));
    assert.equal(await phone.getByText('Олену').count(), 0);
    await gone(desk.getByText('Олену'));
  });

  it('puts one idea on the whole board', async () => {
    await hall.act(1, 'Показати на екрані');
    await see(board.locator('.spotlight', { hasText: ideas[0][0] }));
    await looks_right(board, 'board-spotlight');
    await looks_right(desk, 'desk-spotlight');
    await desk.getByRole('button', { name: 'Прибрати з екрана' }).first().click();
    await gone(board.locator('.spotlight'));
  });

  it('shows the way in to whoever came late', async () => {
    await desk.getByRole('button', { name: 'Як приєднатися' }).click();
    await see(dialog().getByRole('img', { name: /QR/ }));
    await looks_right(desk, 'desk-way-in');
    await button(desk, 'Закрити').first().click();
    await gone(dialog());
  });

  it('counts by areas as they are now while ideas are sorted', async () => {
    await hall.begin('Впорядкування');
    const counted = (area, count) =>
      board.getByRole('heading', { name: new RegExp(`${area}\\s*${count}$`) });
    await see(counted('Безпека', 1));
    await see(counted('Інфраструктура', 1));
    assert.equal(await board.getByRole('heading', { name: 'Освіта' }).count(), 0);
  });

  it('gives out the report for programs and as a page', async () => {
    await button(desk, 'Звіт і файли').click();
    const names = { JSON: 'json', CSV: 'csv', 'CSV для Excel': 'excel.csv' };
    for (const [words, ending] of Object.entries(names)) {
      const [file] = await Promise.all([
        desk.waitForEvent('download'),
        button(dialog(), `Завантажити: ${words}`).click(),
      ]);
      assert.equal(file.suggestedFilename(), `viche-${hall.server.links.code}.${ending}`);
      const text = readFileSync(await file.path(), 'utf8');
      assert.ok(text.includes(ideas[2][0]) && !text.includes('Олену'), words);
    }
    const [report] = await Promise.all([
      desk.context().waitForEvent('page'),
      dialog().getByRole('link', { name: 'Сторінка (HTML)' }).click(),
    ]);
    await see(report.getByText(ideas[2][0]));
    await looks_right(report, 'report-page');
    await report.close();
    await button(dialog(), 'Закрити').click();
  });

  it('never complained', () => {
    assert.deepEqual(hall.complaints(), []);
  });
});
