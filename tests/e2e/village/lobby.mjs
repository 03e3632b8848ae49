// Before the ideas: forty people come in, say which village they are from, and each table says one
// sentence.
import assert from 'node:assert/strict';
import { button, see } from '../hall.mjs';
import { agree } from '../writers.mjs';
import { idea_op } from './devices.mjs';
import { real_tables, seats, village_of } from './hall.mjs';
import { shows } from './moments.mjs';
import { operators_table, people, villages } from './scenario.mjs';
import { Minutes } from './time.mjs';

const lobby_minutes = 30;
const rush = { at: 15, people: 15, lasts_s: 30 };
let clock; // of the lobby
const guests = people - seats.length - real_tables.length;

// One after another over the first quarter of an hour, and fifteen within half a minute when the
// host points at the QR. Resolves to how long these took, and how long after the last of them the
// board showed everybody.
export async function gather(hall) {
  clock = new Minutes();
  const everybody = shows(hall.board, `Приєдналося: ${people}`);
  const early = seats.length - rush.people;
  const join = (number) => hall.phones.join(number, seats[number], village_of(number));
  await Promise.all(
    [
      hall.people.map((page, at) => clock.until(2 + at).then(() => come_in(page, at))),
      clock.until(4).then(() => register(hall.operator)),
      Array.from({ length: early }, (_, at) =>
        clock.until((at * rush.at) / early).then(() => join(at)),
      ),
    ].flat(),
  );
  await clock.until(rush.at);
  const since = Date.now();
  const last = await Promise.all(
    Array.from({ length: rush.people }, async (_, at) => {
      await clock.until(rush.at + (at * rush.lasts_s) / 60 / rush.people);
      return join(early + at);
    }),
  );
  const joined_at = Math.max(...last.map(({ at }) => at));
  return { rush_ms: joined_at - since, shown_ms: (await everybody) - joined_at };
}

// Who comes twice is one person: a simulated phone in another tab, a real one that was reloaded.
export async function come_again(hall) {
  const [page] = hall.people;
  assert.equal(await hall.phones.join_again(0, seats[0], village_of(0)), null);
  await page.reload();
  await see(page.getByText('Ваш телефон готовий'));
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await see(tab.getByText('Ваш телефон готовий'));
  await tab.close();
}

// Welcome, rules, consent: until the end of the lobby nobody can send an idea.
export async function listen(hall) {
  const [page] = hall.people;
  await button(page, 'Правила й дані').click();
  await see(page.getByText('Правила участі та дані'));
  await page.getByRole('button', { name: 'Закрити' }).click();
  for (const phone of hall.people) assert.equal(await phone.locator('#idea').count(), 0);
  const { refusal } = await hall.phones.ask(0, idea_op({ text: 'Зарано', areas: ['safety'] }));
  assert.equal(refusal, 'wrong_phase');
  await clock.until(lobby_minutes);
}

async function come_in(page, at) {
  await see(page.getByText('Не пишіть персональних даних'));
  await page.getByLabel('З якого ви населеного пункту?').selectOption(villages[at]);
  await agree(page);
  await see(page.getByText('Ваш телефон готовий'));
}

// People without phones, one key at a time.
async function register(operator) {
  await operator.keyboard.press('F4');
  await operator.getByLabel('Стіл').selectOption({ label: `Стіл ${operators_table}` });
  await button(operator, 'Додати людину').focus();
  for (let count = 1; count <= guests; count++) await operator.keyboard.press('+');
  await see(operator.getByRole('heading', { name: `${guests} людей без телефонів` }));
}

export const rush_ms_max = rush.lasts_s * 1_000; // of the hall's own clock, at any speed

// By phones with one tap, by the operator with raised hands. Resolves to how long it took until the
// board had counted all.
export async function answer_warmup(hall) {
  await hall.staff.do({ kind: 'set_warmup', question: 'З якого ви села?', options: [] });
  const since = Date.now();
  await hall.begin('Знайомство');
  const all = shows(hall.board, `Відповідей: ${people}`);
  const clock = new Minutes();
  await Promise.all([
    ...hall.people.map((page, at) => tap(page, villages[at])),
    raise_hands(hall.operator),
    ...seats.map(async (_, number) => {
      await clock.until(number / seats.length);
      await hall.phones.do(number, { kind: 'answer_warmup', option: number % villages.length });
    }),
  ]);
  return (await all) - since;
}

async function tap(page, village) {
  await see(page.getByRole('heading', { name: 'З якого ви села?' }));
  const option = page.locator('.options button').filter({ hasText: village });
  await option.click();
  await see(option.getByText('ваша відповідь'));
}

async function raise_hands(operator) {
  const field = operator.getByLabel(villages[0], { exact: true });
  await field.fill(String(guests));
  await field.press('Enter');
}

// How many answered what, as it must come out.
export function answers_by_village() {
  return villages.map((village, option) => {
    const simulated = seats.filter((_, number) => number % villages.length === option).length;
    const real = option < real_tables.length ? 1 : 0;
    return [village, simulated + real + (option === 0 ? guests : 0)];
  });
}

const sentences = [
  'Сильні люди, а дороги слабкі',
  'Лікар щодня, а не двічі на тиждень',
  'Хочемо, щоб молодь мала куди повернутися',
  'Чиста вода в кожній хаті',
  'Свій ринок і своя переробка',
  'Школа, у якій тепло і є укриття',
  'Річка і млин варті гостей',
  'Щоб нас чули і без телефонів',
];

// One sentence of each table; of the one without phones it is typed for them.
export async function talk(hall) {
  await hall.begin('Обговорення за столами');
  const clock = new Minutes();
  for (const [at, text] of sentences.entries()) {
    await clock.until(1 + (at * 12) / sentences.length);
    const table = at + 1;
    const op = { kind: 'say_for_table', table, text, after: 0 };
    if (real_tables.includes(table)) await say(hall.people[real_tables.indexOf(table)], text);
    else if (table === operators_table) await hall.staff.do(op);
    else await hall.phones.do(seats.indexOf(table), op);
    await see(hall.board.getByText(text));
  }
  assert.equal((await hall.staff.records('sentence')).length, sentences.length);
  await clock.until(15);
}

async function say(page, text) {
  await page.getByLabel('Одне речення від столу').fill(text);
  await button(page, 'Надіслати від столу').click();
}
