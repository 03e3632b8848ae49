// The break: two moderators merge on their desks at the same moment, take a step back, and the
// ideas are read out by area.
import assert from 'node:assert/strict';
import { button, gone, see } from '../hall.mjs';
import { mark_of, search } from './moderation.mjs';
import { shows } from './moments.mjs';
import { merges } from './scenario.mjs';
import { Minutes } from './time.mjs';

// Of each: the last two merge into the same idea, 8, one on each desk.
const by_hand = [
  [merges[0], merges[1], merges[8], merges[4]],
  [merges[2], merges[3], merges[9], merges[10]],
];
const by_others = merges.filter((merge) => !by_hand.flat().includes(merge));

const dialog = (page) => page.getByRole('dialog');

// On a desk: finds each, marks it, and merges; the older one is the main one.
export async function merge(hall, page, ids) {
  const numbers = await Promise.all(ids.map((id) => hall.number_of(id)));
  for (const number of numbers) {
    await search(page, number);
    await mark_of(page, number).check();
  }
  await button(page, 'Об’єднати…').click();
  await button(dialog(page), 'Об’єднати').click();
  await gone(dialog(page));
  await search(page, '');
}

// Both desks and a third connection at once. Resolves once all is merged.
export async function merge_all(hall) {
  for (const page of hall.moderators) {
    await page.getByRole('button', { name: /^Усі / }).click();
  }
  await Promise.all([
    ...hall.moderators.map(async (page, at) => {
      for (const pair of by_hand[at]) await merge(hall, page, pair);
    }),
    ...by_others.map(async ([main, other]) => {
      const [into, from] = await Promise.all([main, other].map((id) => hall.seq_of(id)));
      await hall.staff.do({ kind: 'merge_ideas', main: into, others: [from] });
    }),
  ]);
}

// Merges what looks alike and is not, sees it, and takes it back.
export async function merge_and_undo(hall, page, pair) {
  const before = await hall.total('ideas');
  await merge(hall, page, pair);
  assert.equal(await hall.total('ideas'), before - 1);
  await button(page, 'Скасувати дію').click();
  await see(page.getByText('Дію скасовано'));
  await hall.staff.until_total('ideas', before);
}

// The desk narrows the board to one area after the other; the board shows these ideas and no other.
export async function read_out(hall, length, on_way) {
  const { desk, board } = hall;
  await show_on_board(desk, 'Стіна ідей');
  const clock = new Minutes();
  for (const [at, [slug, name]] of [...hall.area_names].entries()) {
    await clock.until((at * length) / hall.area_names.size);
    await desk.getByLabel('Напрям на екрані').selectOption(slug);
    await see(board.getByRole('heading', { name }));
    await shows_only(hall, slug, name);
    if (at === 0) await on_way();
  }
  await show_on_board(desk, 'За етапом');
}

// The menu may still stand open: a robot chooses faster than it has opened.
async function show_on_board(desk, mode) {
  const choice = button(desk, mode);
  if (!(await choice.isVisible())) await desk.locator('summary', { hasText: 'На екрані:' }).click();
  await choice.click();
}

async function shows_only(hall, slug, name) {
  const all = await hall.published();
  const of_area = all.filter(({ areas }) => areas.includes(slug)).map(({ number }) => number);
  const heading = await hall.board.getByRole('heading', { name }).innerText();
  assert.match(heading, new RegExp(`${of_area.length}$`), name);
  const shown = (await hall.board.locator('.wall').innerText()).matchAll(/№\s(\d+)/g);
  const numbers = [...shown].map(([, number]) => Number(number));
  assert.ok(numbers.length > 0, name);
  for (const number of numbers) assert.ok(of_area.includes(number), `№ ${number} in ${name}`);
}

// Every merge that was meant and no other, whoever made it.
export async function all_merges_stand(hall) {
  const by_seq = new Map(await hall.staff.records('idea'));
  const found = [...by_seq.values()].flatMap(({ number, merged_into }) =>
    merged_into === 0 ? [] : [[by_seq.get(merged_into).number, number]],
  );
  const meant = await Promise.all(
    merges.map((pair) => Promise.all(pair.map((id) => hall.number_of(id)))),
  );
  const in_order = (pairs) => pairs.map(String).sort();
  assert.deepEqual(in_order(found), in_order(meant));
}

// What the board and every desk say once all is sorted.
export async function everybody_counts(hall, published) {
  await shows(hall.board, `Ідей: ${published}`);
  for (const page of [hall.desk, ...hall.moderators]) {
    const counted = page.locator('div', { hasText: new RegExp(`^Оприлюднено\\s*${published}$`) });
    await see(counted);
  }
}
