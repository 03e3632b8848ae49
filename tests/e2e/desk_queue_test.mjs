// The desk's queue as a facilitator works in it: by keys, several ideas at once, through typos, and
// with what is alike side by side.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { open_browser, open_page } from './browser.mjs';
import { button, gone, Hall, looks_right, see } from './hall.mjs';
import { Staff } from './staff.mjs';

const ideas = [
  ['Поставити ліхтарі від школи до зупинки', 'infrastructure', 1, 'phone'],
  ['Освітлення на вулиці Садовій', 'infrastructure', 2, 'phone'],
  ['Освітлення на вулиці Лісовій', 'infrastructure', 1, 'paper'],
  ['Тратуар біля школи, бо діти ходять по дорозі', 'safety', 2, 'oral'],
  ['Лікар в амбулаторії щодня', 'medicine', 0, 'phone'],
];

const hall = new Hall();
let desk;
let staff;

const press = (key) => desk.keyboard.press(key);
const dialog = () => desk.getByRole('dialog');
const search = () => desk.getByRole('searchbox');
const mark = (number) => desk.getByLabel(`Позначити ідею № ${number}`, { exact: true });

// The ideas as the hall has them, by number.
async function standing() {
  const all = (await staff.records('idea')).map(([, idea]) => idea);
  return all.sort((a, b) => a.number - b.number);
}

async function shown() {
  const numbers = await desk.locator('.queue .number').allTextContents();
  return numbers.map((text) => Number(text.replace(/\D/g, '')));
}

// The server may be busy: then one asks again after a while.
async function answered() {
  const again = button(dialog(), 'Шукати ще раз');
  const found = dialog().getByText(/^Знайдено /);
  for (;;) {
    await again.or(found).first().waitFor({ state: 'attached' });
    if ((await found.count()) > 0) return;
    await new Promise((done) => setTimeout(done, 700));
    await again.click();
  }
}

describe('the queue of the desk', () => {
  before(async () => {
    await hall.server.start();
    hall.browser = await open_browser();
    staff = await Staff.open(hall.browser, hall.server.links);
    await staff.configure({ tables: 2 });
    await staff.do({ kind: 'open_phase', phase: 'ideas', minutes: 45 });
    for (const [text, area, table, channel] of ideas)
      await staff.do({ kind: 'submit_idea', text, areas: [area], table, channel });
    hall.desk = await open_page(hall.browser, 'desk', hall.server.links.desk);
    desk = hall.desk;
    await see(hall.row(5));
  });
  after(() => hall.close());
  afterEach(() => hall.remember());

  it('finds through typos and inflection, what is written so first', async () => {
    await press('Slash');
    await desk.keyboard.type('лихтаря');
    await see(desk.getByText('Схоже написане:'));
    assert.deepEqual(await shown(), [1]);
    await search().fill('дорога');
    await see(desk.getByText('Показано 1 ідею'));
    assert.deepEqual(await shown(), [4]);
    await search().fill('тротуар');
    assert.deepEqual(await shown(), [4]);
    await looks_right(desk, 'desk-queue-search');
    await search().fill('');
  });

  it('narrows by table and channel, and each goes away by one press', async () => {
    await press('Escape');
    await desk.locator('[data-press="filters"]').click();
    const tables = desk.getByLabel('Стіл', { exact: true });
    assert.deepEqual(await tables.locator('option').allTextContents(), [
      'Усі столи',
      'Без столу',
      'Стіл 1',
      'Стіл 2',
    ]);
    await tables.selectOption('Стіл 2');
    await desk.getByLabel('Як подано').selectOption('Усно');
    assert.deepEqual(await shown(), [4]);
    await looks_right(desk, 'desk-queue-filters');
    await desk.locator('[data-press="filters"]').click();
    await button(desk, 'Прибрати фільтр «Усно»').click();
    assert.deepEqual(await shown(), [4, 2]);
    await button(desk, 'Прибрати фільтр «Стіл 2»').click();
    assert.equal((await shown()).length, 5);
  });

  it('hides several at once by keys, says how many, and takes all back', async () => {
    await press('KeyS');
    await press('KeyX');
    await press('ArrowDown');
    await press('KeyX');
    await see(desk.getByText('Позначено 2 ідеї'));
    await press('Shift+KeyG');
    await see(desk.getByText('Чому приховати 2 ідеї:'));
    await looks_right(desk, 'desk-queue-reasons');
    await press('Digit6');
    await see(desk.getByText('Приховано 2 ідеї'));
    await gone(desk.getByText('Позначено 2 ідеї'));
    assert.deepEqual(
      (await standing()).map(({ hidden }) => hidden),
      [null, null, null, 'repeat', 'repeat'],
    );
    await press('Control+KeyZ');
    await see(desk.getByText('Дію скасовано'));
    assert.ok((await standing()).every(({ hidden }) => hidden === null));
  });

  it('marks all that is shown, moves them to an area, and marks none', async () => {
    await hall.shelf('Усі');
    await search().fill('освітлення');
    await press('Tab');
    await press('Shift+KeyX');
    await see(desk.getByText('Позначено 2 ідеї'));
    await press('Shift+KeyY');
    await dialog().getByLabel('Безпека').check();
    await looks_right(desk, 'desk-queue-areas');
    await button(desk, 'Зберегти напрям').click();
    await see(desk.getByText('Перенесено 2 ідеї до іншого напряму'));
    assert.deepEqual(
      (await standing()).map(({ areas }) => areas[0]),
      ['infrastructure', 'safety', 'safety', 'safety', 'medicine'],
    );
    await desk.getByLabel('Позначити всі показані').check();
    await button(desk, 'Зняти позначки').click();
    assert.equal(await mark(2).isChecked(), false);
  });

  it('shows what is alike side by side, and merges it under the idea that was chosen', async () => {
    await hall.row(2).locator('.text').click();
    await press('KeyC');
    await answered();
    const other = dialog().getByRole('listitem').filter({ hasText: '№ 3' });
    await see(other);
    assert.equal(await dialog().getByRole('listitem').filter({ hasText: '№ 2 О' }).count(), 0);
    await see(other.getByText('Стіл 1 · на папері · «+1»: 0'));
    await dialog().getByLabel('Позначити ідею № 3').check();
    await see(button(dialog(), 'Об’єднати 2 ідеї'));
    await looks_right(desk, 'desk-queue-alike');
    await button(other, 'Об’єднати, основна — № 3').click();
    await gone(dialog());
    await see(desk.getByText('Об’єднано в ідею № 3'));
    const [, second, third] = await standing();
    assert.equal(second.merged_into > 0 && third.merged, 1);
    await press('Control+KeyZ');
    await see(desk.getByText('Дію скасовано'));
  });

  it('says that ideas are different, and goes on', async () => {
    await hall.act(2, 'Схожі ідеї');
    await answered();
    await button(dialog(), 'Це різні ідеї').first().click();
    await see(dialog().getByText('Інших схожих ідей немає.'));
    await button(dialog(), 'Закрити').click();
    await search().fill('');
  });

  it('tells its keys, of which none does what the hall would notice', async () => {
    await button(desk, 'Клавіші пульта').focus();
    await press('Shift+Slash');
    await see(dialog().getByText('Ідея під курсором'));
    await looks_right(desk, 'desk-keys');
    await press('KeyG'); // a dialog is open
    await press('Escape');
    await gone(dialog());
    await press('KeyL');
    assert.match(await desk.locator(':focus').textContent(), /Почати: Впорядкування/);
    await press('KeyN');
    assert.match(await desk.locator(':focus').textContent(), /Повітряна тривога/);
    await see(desk.locator('.phases [aria-current="step"]', { hasText: 'Збір ідей' }));
    assert.equal((await staff.records('phase'))[0][1].pause, null);
    await press('Shift+Digit5');
    await see(desk.getByText('Додано 5 хвилин'));
  });

  it('obeys no letter while somebody types, nor any once they are switched off', async () => {
    await press('Slash');
    await desk.keyboard.type('gx');
    assert.equal(await search().inputValue(), 'gx');
    assert.equal(await desk.getByText('Причина:').count(), 0);
    await search().fill('');
    await button(desk, 'Клавіші пульта').click();
    await dialog().getByLabel('Клавіші з однієї літери чи знака').uncheck();
    await press('Escape');
    await desk.reload();
    await see(search());
    await press('KeyA');
    await press('Shift+Slash');
    assert.equal(await desk.getByLabel('Стіл', { exact: true }).count(), 0);
    assert.equal(await dialog().count(), 0);
  });

  it('never complained', () => assert.deepEqual(desk.complaints, []));
});
