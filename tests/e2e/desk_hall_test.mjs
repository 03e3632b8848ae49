// What the desk does for the hall: its Wi-Fi on the board, shared phones, tables that need a hand,
// and ideas that came too late.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { button, gone, Hall, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';

const hall = new Hall();
let phone;
let desk;
let board;

const dialog = () => desk.getByRole('dialog');
const tray = () => desk.getByRole('complementary', { name: /Запізнілі ідеї/ });

// A text that is still being written when ideas are closed, and shown to the desk all the same.
async function show_late(text) {
  await hall.jump('Збір ідей');
  await phone.locator('#idea').fill(text);
  await phone.getByRole('button', { name: 'Медицина' }).click();
  await hall.jump('Впорядкування');
  await hall.tab('Мої').click();
  await button(phone, 'Показати ведучим').click();
  await see(tray().getByText(text));
}

describe('the desk and its hall', () => {
  before(async () => {
    await hall.open();
    ({ phone, desk, board } = hall);
    await hall.join();
  });
  after(() => hall.close());
  afterEach(() => hall.remember());

  it('puts the Wi-Fi of the hall on the board, once its password can be one', async () => {
    await button(desk, 'Налаштування залу').click();
    await dialog().getByLabel('Назва мережі').fill('Зал; "Криниця"');
    await dialog().getByLabel('Пароль').fill('коротко');
    await button(dialog(), 'Показувати в залі').click();
    await see(dialog().getByText('Пароль має від 8 до 63 символів'));
    await looks_right(desk, 'desk-setup');
    await dialog().getByLabel('Пароль').fill('krynytsia:2027');
    await button(dialog(), 'Показувати в залі').click();
    await see(board.getByText('Спершу під’єднайтеся до Wi-Fi:'));
    await see(board.getByRole('img', { name: 'QR-код для під’єднання до Wi-Fi' }));
    await see(board.getByText('krynytsia:2027'));
    await looks_right(board, 'board-wifi');
    await picture(board, 'board-wifi-small', { size: { width: 1024, height: 768 } });
  });

  it('lets several people share a phone', async () => {
    await dialog().getByLabel('Скільки людей на один телефон').selectOption('2');
    await see(button(phone, 'Передати телефон'));
    await dialog().getByLabel('Скільки людей на один телефон').selectOption('1');
    await gone(button(phone, 'Передати телефон'));
    await button(dialog(), 'Закрити').click();
    await desk.getByRole('button', { name: 'Як приєднатися' }).click();
    await see(dialog().getByText('Спершу Wi-Fi «Зал; "Криниця"»'));
    await looks_right(desk, 'desk-way-in-wifi');
    await button(dialog(), 'Закрити').click();
  });

  it('takes the Wi-Fi off the board again', async () => {
    await button(desk, 'Налаштування залу').click();
    await button(dialog(), 'Не показувати').click();
    await gone(board.getByText('Спершу під’єднайтеся до Wi-Fi:'));
    await see(dialog().getByText('Зараз Wi-Fi не показано.'));
    await button(dialog(), 'Закрити').click();
  });

  it('says who needs a hand until somebody went', async () => {
    await button(phone, 'Допомога й налаштування').click();
    await button(phone, 'Потрібна допомога').click();
    await see(desk.getByText('Потрібна допомога: людина без столу'));
    await see(phone.getByText('До вас підійдуть'));
    await looks_right(desk, 'desk-help');
    await button(desk, 'Підійшли').click();
    await gone(desk.getByText('Потрібна допомога'));
    await see(button(phone, 'Потрібна допомога'));
    await button(phone, 'Закрити').click();
  });

  it('accepts an idea that came too late', async () => {
    await show_late('Стоматолог хоча б раз на місяць');
    await looks_right(desk, 'desk-late');
    assert.equal(await board.getByText('Ідей: 1').count(), 0);
    await button(tray(), 'Прийняти').click();
    await see(board.getByText('Ідей: 1'));
    await gone(tray());
  });

  it('declines another for ever, and its author is told', async () => {
    await show_late('Те саме, тільки довше');
    await button(tray(), 'Відхилити…').click();
    await looks_right(desk, 'desk-decline');
    await button(dialog(), 'Відхилити і стерти').click();
    await gone(tray());
    await see(phone.getByText('Її текст стерто.'));
    assert.equal(await phone.getByText('Те саме, тільки довше').count(), 0);
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});
