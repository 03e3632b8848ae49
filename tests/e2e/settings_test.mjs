// What a facilitator changes once the session is made: its words, areas and settlements, the
// question of the warm-up; and that nothing typed is lost on the way.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { button, gone, Hall, looks_right, see } from './hall.mjs';
import { cut_off, too_small } from './targets.mjs';

const hall = new Hall();
const laptop = { width: 1280, height: 800 };
let phone;
let desk;
let board;

const about = () => desk.getByRole('dialog', { name: 'Про сесію, напрями, населені пункти' });
const setup = () => desk.getByRole('dialog', { name: 'Налаштування залу' });
const question = () => desk.getByRole('dialog', { name: 'Закрити без збереження?' });

async function open_about() {
  await button(desk, 'Налаштування залу').click();
  await button(setup(), 'Про сесію, напрями, населені пункти').click();
  await see(about());
}

async function fits(moment) {
  await looks_right(desk, moment);
  assert.deepEqual(await desk.evaluate(too_small), [], moment);
  assert.deepEqual(await desk.evaluate(cut_off), [], moment);
}

describe('the settings of a session', () => {
  before(async () => {
    await hall.open();
    ({ phone, desk, board } = hall);
    await desk.setViewportSize(laptop);
    await hall.join();
    await hall.jump('Збір ідей');
    await hall.write('Лікар щодня', 'Медицина');
    await see(hall.card('Лікар щодня'));
  });
  after(() => hall.close());
  afterEach(() => hall.remember());

  it('say so when they cannot be loaded, and load when tried again', async () => {
    await desk.route('**/assets/*setup*', (route) => route.abort());
    await button(desk, 'Налаштування залу').click();
    const away = desk.getByRole('dialog', { name: 'Не вдалося відкрити' });
    await see(away.getByText('Сервер не відповів.'));
    await fits('settings-away');
    await desk.unroute('**/assets/*setup*');
    await button(away, 'Спробувати ще раз').click();
    await see(setup());
    const last = setup().locator('.answers').last();
    const style = await last.evaluate((row) => getComputedStyle(row).flexWrap);
    assert.equal(style, 'wrap', 'it came without its style sheet');
    await button(setup(), 'Закрити').click();
  });

  it('change the session’s words for everybody, and keep what was not touched', async () => {
    await open_about();
    await fits('settings-session');
    await about().getByLabel('Назва сесії').fill('Стратегія громади до 2040 року');
    await about().getByLabel('Столів у залі').fill('5');
    await about().getByLabel('Села й міста').fill('Вербівка\nКриничне\n\nвербівка');
    await about().getByLabel('Назва напряму 3', { exact: true }).fill('Культура і мистецтво');
    await button(about(), 'Зберегти').click();
    await gone(about());
    await see(desk.getByText('Налаштування сесії збережено'));
    await see(desk.getByRole('heading', { name: 'Стратегія громади до 2040 року' }));
    await see(board.getByText('Стратегія громади до 2040 року'));
    await see(phone.getByRole('button', { name: 'Культура і мистецтво' }));
    await open_about();
    assert.equal(await about().getByLabel('Села й міста').inputValue(), 'Вербівка\nКриничне');
    assert.equal(await about().getByLabel('Столів у залі').inputValue(), '5');
  });

  it('are not taken with a fault, which is said beside the field', async () => {
    await about().getByLabel('Столів у залі').fill('1000');
    await about().getByLabel('Назва сесії').fill('');
    await button(about(), 'Зберегти').click();
    await see(about().getByText('Напишіть назву сесії.'));
    await see(about().getByText(/^Від 0 до \d+$/));
    assert.equal(await about().getByLabel('Столів у залі').inputValue(), '1000');
    await fits('settings-fault');
    await about().getByLabel('Назва сесії').fill('Стратегія');
    await about().getByLabel('Столів у залі').fill('6');
  });

  it('are refused in words, with all that was typed left where it is', async () => {
    await button(about(), 'Прибрати: Медицина').click();
    await button(about(), 'Зберегти').click();
    await see(about().getByText('За напрямом «Медицина» уже є ідеї, тому його не можна прибрати.'));
    assert.equal(await about().getByLabel('Назва сесії').inputValue(), 'Стратегія');
    await fits('settings-refused');
    await desk.keyboard.press('Escape');
    await see(question());
    await fits('settings-leave');
    await button(question(), 'Скасувати').click();
    assert.equal(await about().getByLabel('Назва сесії').inputValue(), 'Стратегія');
    await button(about(), 'Закрити').click();
    await button(question(), 'Не зберігати').click();
    await gone(about());
    await see(desk.getByRole('heading', { name: 'Стратегія громади до 2040 року' }));
  });

  it('ask once before what was typed in the hall’s forms goes', async () => {
    await button(desk, 'Налаштування залу').click();
    await setup().getByLabel('Назва мережі').fill('Клуб');
    await setup().getByLabel('Питання для знайомства').fill('Звідки ви?');
    await desk.keyboard.press('Escape');
    await see(question().getByText('Не збережено: Wi-Fi залу, Знайомство.'));
    await desk.keyboard.press('Escape');
    await gone(question());
    assert.equal(await setup().getByLabel('Назва мережі').inputValue(), 'Клуб');
    await button(setup(), 'Показувати в залі').click();
    await see(setup().getByText('Показано: «Клуб»'));
  });

  it('have the question of the warm-up, for every phone', async () => {
    await setup().getByLabel('Відповіді, кожна з нового рядка').fill('Із села\nЗ міста');
    await button(setup(), 'Зберегти питання').click();
    await see(desk.getByText('Питання для знайомства збережено'));
    await setup().getByLabel('Питання для знайомства').scrollIntoViewIfNeeded();
    await fits('settings-warmup');
    await button(setup(), 'Закрити').click();
    await gone(setup());
    await hall.jump('Знайомство');
    await see(phone.getByText('Звідки ви?'));
    await phone.getByText('З міста').click();
    await see(board.getByText('Звідки ви?'));
    await button(desk, 'Налаштування залу').click();
    await setup().getByLabel('Питання для знайомства').fill('Хто ви?');
    await button(setup(), 'Зберегти питання').click();
    await see(setup().getByText('На питання для знайомства вже хтось відповів'));
    assert.equal(await setup().getByLabel('Питання для знайомства').inputValue(), 'Хто ви?');
  });

  it('leave no complaint in any page', () => {
    assert.deepEqual(hall.complaints(), []);
  });
});
