// Results: the places from the tenth to the first, on the board and on phones; and the end.
import assert from 'node:assert/strict';
import { button, see } from '../hall.mjs';
import { first_ten, idea } from './scenario.mjs';
import { Minutes } from './time.mjs';

const ordinals = ['1-ше', '2-ге', '3-тє', '4-те', '5-те', '6-те', '7-ме', '8-ме', '9-те', '10-те'];
const places = [...new Set(first_ten.map(([place]) => place))].reverse();

// As a page writes it: spaces of any kind are one.
const plain = (text) => text.replaceAll(/\s+/g, ' ').trim();

const shown_on_board = (board) =>
  board.locator('.results li').evaluateAll((lines) =>
    lines.map((line) => ({
      place: Number(line.querySelector('.place').textContent),
      text: line.querySelector('.text').textContent,
      votes: Number(line.querySelector('b').textContent),
      is_tie:
        line.querySelector('.under')?.textContent.includes('рівна кількість голосів') ?? false,
    })),
  );

const shown_on_phone = (page) =>
  page.locator('.places li').evaluateAll((lines) =>
    lines.map((line) => ({
      place: Number(line.querySelector('.place [aria-hidden]').textContent),
      text: line.innerText,
      votes: Number(/(\d+)\sголос/.exec(line.querySelector('.votes').textContent)[1]),
    })),
  );

// One press for each place that somebody holds; everybody sees it, and nobody the next one.
export async function reveal(hall, length) {
  // Two have gone home: the desk says that they are away, and is told to go on.
  await button(hall.desk, 'Почати: Результати').click();
  await see(hall.desk.getByText('2 телефони не на зв’язку'));
  await button(hall.desk, 'Почати все одно').click();
  await see(hall.board.getByText('Перша десятка ідей'));
  const clock = new Minutes();
  for (const [at, place] of places.entries()) {
    await clock.until(((at + 1) * length) / (places.length + 1));
    await button(hall.desk, `Показати ${ordinals[place - 1]} місце`).click();
    const count = first_ten.filter(([one]) => one >= place).length;
    await see(hall.board.locator('.results li').nth(count - 1));
    for (const page of hall.people) await see(page.locator('.places li').nth(count - 1));
    assert.equal((await shown_on_board(hall.board)).length, count);
  }
  await see(hall.desk.getByText('Показано всі місця'));
}

export async function all_places_are_right(hall) {
  const expected = first_ten.map(([place, id, votes]) => ({ ...idea(id), place, votes }));
  const on_board = await shown_on_board(hall.board);
  assert.deepEqual(
    on_board.map(({ place, votes, text }) => [place, votes, plain(text)]),
    expected.map(({ place, votes, text }) => [place, votes, plain(text)]),
  );
  for (const { place, is_tie } of on_board) {
    assert.equal(is_tie, expected.filter((one) => one.place === place).length > 1, `${place}`);
  }
  for (const page of hall.people) {
    for (const [at, { place, votes, text }] of (await shown_on_phone(page))
      .slice(0, expected.length)
      .entries()) {
      assert.deepEqual([place, votes], [expected[at].place, expected[at].votes]);
      assert.ok(
        plain(text).includes(`№ ${expected[at].id} `) ||
          plain(text).includes(plain(expected[at].text)),
      );
    }
  }
}

// In the page: how far the last place stands above the line of numbers, in pixels.
function room_below() {
  const last = document.querySelector('.results li:last-child').getBoundingClientRect();
  return document.querySelector('footer').getBoundingClientRect().top - last.bottom;
}

export async function all_places_stand_on_the_board(hall) {
  const room = await hall.board.evaluate(room_below);
  assert.ok(room >= 0, `the last place is ${-room} px too low`);
}

export async function end(hall) {
  await button(hall.desk, 'Завершити сесію…').click();
  await button(hall.desk, 'Завершити назавжди').click();
  await see(hall.board.getByText('Дякуємо!'));
  for (const page of hall.people) await see(page.getByText('Дякуємо за участь!'));
}
