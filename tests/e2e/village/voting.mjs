// The vote: 31 simulated phones, two real ones, and five sheets of paper that the operator types
// and somebody else confirms.
import assert from 'node:assert/strict';
import { button, see } from '../hall.mjs';
import { deal_votes, time_votes } from './ballots.mjs';
import { real_tables, seats } from './hall.mjs';
import { has_text } from './moments.mjs';
import { votes, votes_per_person } from './scenario.mjs';
import { Minutes } from './time.mjs';

const length = 12; // minutes
const leave_early = 2;
const simulated = seats.length - leave_early;
const all_given = 'Ви використали всі голоси';
const dealt = deal_votes();
const by_phones = dealt.slice(0, simulated);
const by_hand = dealt.slice(simulated, simulated + real_tables.length);
const by_sheet = dealt.slice(simulated + real_tables.length);
assert.equal(by_sheet.length, votes.sheets);

export async function go_home(hall) {
  for (let number = simulated; number < seats.length; number++) await hall.phones.leave(number);
}

// Resolves to how many votes were given in the first minute and how many in the last.
export async function vote(hall, { on_way }) {
  await hall.begin('Голосування');
  const clock = new Minutes();
  const given = time_votes(by_phones, length);
  const beginning = given.filter(({ at }) => at < length - 1);
  const end = given.filter(({ at }) => at >= length - 1);
  const cast = (some) => Promise.all(some.map((one) => cast_at(hall, clock, one)));
  const paper = [enter_sheets(hall), clock.until(1).then(() => confirm_sheets(hall))];
  const taps = hall.people.map((page, at) =>
    clock.until(2).then(() => tap(hall, page, by_hand[at])),
  );
  await Promise.all([cast(beginning), ...paper, ...taps, clock.until(5).then(on_way)]);
  // Whoever had to type has done so: the last minute may begin.
  await clock.hold(length - 1);
  await cast(end);
  await clock.until(length);
  return { first: beginning.filter(({ at }) => at < 1).length, last: end.length };
}

async function cast_at(hall, clock, { who, id, at }) {
  await clock.until(at);
  await hall.phones.do(who, { kind: 'cast_vote', idea: await hall.seq_of(id) });
}

async function tap(hall, page, ids) {
  for (const id of ids) {
    const vote = button(page, `Голосувати (ідея № ${await hall.number_of(id)})`);
    await scroll_to(page, vote);
    await vote.click();
  }
  await see(page.getByText(ids.length === votes_per_person ? all_given : 'Залишився 1 голос'));
  const saved = page.getByRole('button', { name: /^Ваш голос враховано/, pressed: true });
  await see(saved.nth(ids.length - 1));
}

// The list is as long as one has scrolled.
async function scroll_to(page, wanted) {
  while ((await wanted.count()) === 0) {
    await page.locator('main article').last().scrollIntoViewIfNeeded();
  }
}

async function type(page, ...words) {
  for (const word of words) {
    await page.keyboard.type(String(word));
    await page.keyboard.press('Enter');
  }
}

const marks_of = (hall, ids) => Promise.all(ids.map((id) => hall.number_of(id)));

// Number, marks, Enter on the empty field, Enter on the button.
async function enter_sheets(hall) {
  const { operator } = hall;
  await see(operator.getByRole('heading', { name: 'Паперові бланки' }));
  for (const [at, ids] of by_sheet.entries()) {
    await operator.getByLabel('Номер бланка').focus();
    await type(operator, at + 1, ...(await marks_of(hall, ids)), '');
    await operator.keyboard.press('Enter');
    await see(operator.getByText(`№ ${at + 1} внесено, ${ids.length} позначок.`));
  }
}

// Another person reads the same sheets from paper, at the desk.
async function confirm_sheets(hall) {
  const [page] = hall.moderators;
  await page.getByRole('button', { name: 'Бланки й руки…' }).click();
  const dialog = page.getByRole('dialog');
  for (const [at, ids] of by_sheet.entries()) {
    const sheet = dialog.getByRole('listitem').filter({ hasText: `Бланк № ${at + 1}` });
    await sheet.getByRole('button', { name: 'Підтвердити' }).click();
    await type(page, ...(await marks_of(hall, ids)), '');
    await page.keyboard.press('Enter');
    await see(dialog.getByText(`Зараховано: ${at + 1}`));
  }
  await page.keyboard.press('Escape');
}

// Nobody who votes has been told what others voted for: no page of theirs, no frame of their line.
export async function nobody_knows(hall) {
  assert.deepEqual([...hall.told_support], []);
  const told = await hall.phones.each('(line) => [...line.told_support]');
  assert.deepEqual(told.flat(), []);
  for (const page of [hall.desk, ...hall.moderators]) {
    assert.ok(!(await has_text(page, 'Не показуйте залу')), 'a desk shows the ranking by itself');
  }
}

// Of everybody who votes with a phone: what their own line says they have given.
export async function most_of_one(hall) {
  const given = await hall.phones.each('(line) => line.mine.votes?.get(0).standing.length ?? 0');
  return Math.max(
    ...given,
    ...by_sheet.map((ids) => ids.length),
    ...by_hand.map((ids) => ids.length),
  );
}
