// People without phones: counted by the operator, their sheets and hands entered by one person and
// confirmed by another at the desk, their cards issued.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open_page } from './browser.mjs';
import { button, gone, looks_right, see } from './hall.mjs';
import { Writers } from './writers.mjs';

const tablet = { size: { width: 1024, height: 768 } };
const upright = { size: { width: 768, height: 1024 } };
// The first of the illustrative hall.
const ideas = [
  'спортзал тренажерний безплатний',
  'Освітлення на вулиці Садовій',
  'Лікар в амбулаторії щодня, а не два рази на тиждень',
  'Зробити нарешті дорогу до Вербівки, яма на ямі',
  'Створити умови щоб молодi фермери могли взяти землю в оренду до 10 га',
  'Прибрати стихійне сміттєзвалище за фермою',
  'Інтернет оптика в Зелений Гай',
  'Водопровід на кутку за ставком, бо криниці влітку пересихають',
  'Дах на будинку культури тече прямо на сцену, ремонт терміново',
  'Сирену чути не всюди, в Луговому взагалі нема оповіщення',
  'Поставити ліхтарі від школи до зупинки, діти о 7 ранку йдуть по темному з телефонами',
  'Укриття в школі доробити щоб діти вчились очно',
];
const hall = new Writers();
let operator;
let desk;

const phase = (name) => hall.staff.do({ kind: 'open_phase', phase: name, minutes: 30 });
const settled = (page) => page.getByRole('tabpanel');
const key = (name) => operator.keyboard.press(name);
const row = (page, name) => page.getByRole('listitem').filter({ hasText: name });

// With no hand on the mouse: what is typed goes where the focus is.
async function type(page, ...words) {
  for (const word of words) {
    await page.keyboard.type(String(word));
    await page.keyboard.press('Enter');
  }
}

// A whole sheet: its number, its marks, and on from the empty field to the button.
async function enter_sheet(number, ...marks) {
  await operator.getByLabel(/^Номер (бланка|картки)$/).focus();
  await type(operator, number, ...marks, '');
  await key('Enter');
}

describe('people without phones', () => {
  before(async () => {
    await hall.open();
    await hall.staff.configure({ tables: 8, settlements: ['Кринички', 'Ставки'], level: 1 });
    for (const text of ideas) {
      const op = { text, areas: ['medicine'], table: 8, channel: 'paper' };
      await hall.staff.do({ kind: 'submit_idea', ...op });
    }
    operator = await open_page(hall.browser, 'desk', hall.server.links.operator);
    desk = await open_page(hall.browser, 'desk', hall.server.links.desk);
    await see(operator.getByLabel('Ідея', { exact: true }));
  });
  after(() => hall.close());

  it('are counted one key at a time, and join the hall', async () => {
    const board = await open_page(hall.browser, 'board', hall.server.links.board);
    await phase('lobby');
    await key('F4');
    await operator.getByLabel('Стіл').selectOption({ label: 'Стіл 8' });
    await operator.getByLabel('Населений пункт').selectOption('Ставки');
    await button(operator, 'Додати людину').focus();
    for (let person = 0; person < 5; person++) await key(person % 2 === 0 ? 'Enter' : '+');
    await see(operator.getByRole('heading', { name: '5 людей без телефонів' }));
    await see(board.getByText('Приєдналося: 5'));
    await looks_right(operator, 'operator-people', tablet);
    const counted = operator.getByLabel('Людей без телефонів: Стіл 8 · Ставки');
    await counted.fill('4');
    await counted.press('Enter');
    await see(board.getByText('Приєдналося: 4'));
    await board.close();
  });

  it('answer the question that warms up, by hands', async () => {
    await hall.staff.do({ kind: 'set_warmup', question: 'Ви тут уперше?', options: ['Так', 'Ні'] });
    await phase('warmup');
    await operator.getByLabel('Так', { exact: true }).fill('3');
    await key('Enter');
    await button(operator, 'Ще одна людина: Так').press('Enter');
    const sums = async () => (await hall.staff.records('warmup'))[0][1].people.join();
    while ((await sums()) !== '4,0') await operator.waitForTimeout(20);
  });

  it('refuse in words a sheet with a mark too many, and one with a slip', async () => {
    await phase('vote');
    await see(operator.getByRole('heading', { name: 'Паперові бланки' }));
    await type(operator, 17, ...Array.from({ length: 11 }, (_, index) => index + 1));
    await see(operator.getByText('Позначок більше, ніж 10 голосів. Такий бланк не зараховують'));
    await looks_right(operator, 'operator-too-many', upright);
    await button(operator, 'Прибрати позначку № 10').press('Enter');
    await operator.getByLabel('Номери ідей').fill('99');
    await key('Enter');
    await see(operator.getByText('Серед ідей, за які голосують, немає № 99.'));
    await operator.getByLabel('Номери ідей').fill('');
  });

  it('have a sheet that waits for another person', async () => {
    for (let mark = 9; mark > 2; mark--) {
      await button(operator, `Прибрати позначку № ${mark}`).press('Enter');
    }
    await type(operator, '');
    await key('Enter');
    await see(operator.getByText('№ 17 внесено, 2 позначки.'));
    await see(row(settled(operator), 'Бланк № 17').getByText('Підтвердити має інша людина'));
    await looks_right(operator, 'operator-sheets', tablet);
  });

  it('are read again by the other, who sees nothing of the first, until both agree', async () => {
    await desk.getByRole('button', { name: 'Бланки й руки…' }).press('Enter');
    const dialog = desk.getByRole('dialog');
    const sheet = row(dialog, 'Бланк № 17');
    await see(sheet.getByText('Прочитайте позначки з паперу'));
    await sheet.getByRole('button', { name: 'Підтвердити' }).press('Enter');
    await type(desk, 1, 3, '');
    await desk.keyboard.press('Enter');
    await see(dialog.getByText('Позначки не збігаються'));
    await looks_right(desk, 'desk-sheet-differs');
    await button(desk, 'Прибрати позначку № 3').press('Enter');
    await type(desk, 2, '');
    await desk.keyboard.press('Enter');
    await see(dialog.getByText('Зараховано: 1'));
    await see(desk.getByText('Проголосували 1 з 4'));
  });

  it('raise hands, counted twice and told apart from votes', async () => {
    await key('F9');
    await type(operator, 1, 7);
    await see(operator.getByText('№ 1: записано 7 рук.'));
    const dialog = desk.getByRole('dialog');
    await button(dialog, 'Руки').press('Enter');
    await row(dialog, '№ 1').getByRole('button', { name: 'Підтвердити' }).press('Enter');
    await type(desk, 6);
    await see(dialog.getByText('Перша людина нарахувала 7, ви\u00a0— 6.'));
    await desk.getByLabel('Рук', { exact: true }).last().fill('7');
    await desk.keyboard.press('Enter');
    await see(dialog.getByText('7 рук · підтверджено'));
    await looks_right(operator, 'operator-hands', upright);
    await desk.keyboard.press('Escape');
    await button(desk, 'Показати голоси (лише вам)').press('Enter');
    await see(desk.getByText('з телефонів 0 · з бланків 1 · рук 7'));
    await looks_right(desk, 'desk-votes-apart');
  });

  it('have a counted sheet taken away by two, and it counts until both agree', async () => {
    await key('F8');
    const sheet = row(settled(operator), 'Бланк № 17');
    await sheet.getByRole('button', { name: 'Прибрати' }).press('Enter');
    await button(operator.getByRole('dialog'), 'Просити прибрати').press('Enter');
    await see(sheet.getByText('Ви просите прибрати.'));
    await gone(sheet.getByRole('button', { name: 'Прибрати' }));
    await looks_right(operator, 'operator-sheet-in-question', tablet);
    await see(desk.getByText('Проголосували 1 з 4'));
    await desk.getByRole('button', { name: 'Бланки й руки…' }).press('Enter');
    const in_question = row(desk.getByRole('dialog'), 'Бланк № 17');
    await see(in_question.getByText('Інша людина просить прибрати.'));
    await in_question.getByRole('button', { name: 'Прибрати' }).press('Enter');
    await button(desk.getByRole('dialog').last(), 'Прибрати').press('Enter');
    await gone(sheet);
    await see(desk.getByText('Проголосували 0 з 4'));
  });

  it('never made a page complain', () => {
    const pages = [operator, desk];
    assert.deepEqual(
      pages.flatMap((page) => page.complaints),
      [],
    );
  });
});

describe('cards', () => {
  const cards = new Writers();
  let page;

  before(async () => {
    await cards.open();
    for (const text of ideas.slice(0, 3)) {
      const op = { text, areas: ['medicine'], table: 0, channel: 'paper' };
      await cards.staff.do({ kind: 'submit_idea', ...op });
    }
    page = await open_page(cards.browser, 'desk', cards.server.links.desk);
  });
  after(() => cards.close());

  it('are chosen in the hall’s settings, issued and shown once', async () => {
    await button(page, 'Налаштування залу').click();
    await page.getByLabel('Картка', { exact: false }).press('Space');
    await see(page.getByText('Що підтверджує голос: Картка'));
    await looks_right(page, 'desk-level');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Як приєднатися/ }).click();
    await button(page, 'Роздруківки для залу').click();
    await button(page, 'Картки для голосування').click();
    await page.getByLabel('Скільки карток').fill('12');
    assert.equal(await page.locator('article').count(), 0);
    await button(page, 'Видати картки').click();
    await see(page.getByText('Видано: 12, використано: 0, замінено: 0.'));
    await see(page.getByText('Після закриття цього аркуша коди показати вже не можна'));
    await page.locator('article').nth(11).waitFor();
    await looks_right(page, 'sheets-cards-issued');
  });

  it('are replaced when lost, and freed only when somebody used them', async () => {
    await page.getByLabel('Номер картки').fill('3');
    await button(page, 'Звільнити картку').click();
    await see(page.getByText('Цією карткою ще ніхто не скористався.'));
    await button(page, 'Замінити загублену').click();
    await see(page.getByText('Видано: 13, використано: 0, замінено: 1.'));
    assert.equal(await page.locator('article').count(), 13);
  });

  it('do not go before somebody says that they are printed', async () => {
    const question = page.getByRole('dialog', { name: 'Чи надруковано?' });
    await page.keyboard.press('Escape');
    await see(question);
    await looks_right(page, 'sheets-cards-leave');
    await page.keyboard.press('Escape');
    await gone(question);
    await button(page, 'Закрити').click();
    await button(question, 'Скасувати').click();
    assert.equal(await page.locator('article').count(), 13);
    await button(page, 'Закрити').click();
    await button(question, 'Надруковано, закрити').click();
    await see(button(page, 'Налаштування залу'));
  });

  it('number the sheets: a replaced one has none', async () => {
    const typist = await open_page(cards.browser, 'desk', cards.server.links.operator);
    await cards.staff.do({ kind: 'open_phase', phase: 'vote', minutes: 10 });
    await typist.getByLabel('Номер картки').focus();
    await type(typist, 3, 1, '');
    await typist.keyboard.press('Enter');
    await see(typist.getByText('Цю картку замінено іншою.'));
    await typist.getByLabel('Номер картки').fill('13');
    await button(typist, 'Внести бланк').press('Enter');
    await see(typist.getByText('№ 13 внесено, 1 позначка.'));
    await see(typist.getByText('Картка № 13'));
    assert.deepEqual([...typist.complaints, ...page.complaints], []);
  });
});
