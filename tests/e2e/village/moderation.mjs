// What moderators do to single ideas, on their desks, and how soon the hall sees it.
import assert from 'node:assert/strict';
import { button, see } from '../hall.mjs';
import { tab } from '../writers.mjs';
import { drops, has_text, shows } from './moments.mjs';
import { idea } from './scenario.mjs';

export const mark_of = (page, number) =>
  page.getByLabel(`Позначити ідею № ${number}`, { exact: true });

const row_of = (page, number) => page.getByRole('row').filter({ has: mark_of(page, number) });

export const search = (page, words) => page.getByLabel('Слово або номер').fill(String(words));

// Puts the cursor on an idea, wherever in the queue it is.
async function find(page, number) {
  await search(page, number);
  await row_of(page, number).locator('.text').click();
  return row_of(page, number);
}

// Resolves to how long it took until no screen of the hall and no phone had the text any more.
async function gone_after(hall, text, click) {
  for (const page of hall.people) await tab(page, 'Усі').click();
  await Promise.all(hall.people.map((page) => shows(page, text)));
  const gone = [...hall.screens.map((page) => drops(page, text))];
  const since = Date.now();
  const [, ...moments] = await Promise.all([
    click(),
    ...gone,
    hall.phones.until_nobody_holds(text),
  ]);
  return Math.max(...moments) - since;
}

export async function hide(hall, moderator, { id, reason }) {
  const row = await find(moderator, await hall.number_of(id));
  await row.getByRole('button', { name: 'Приховати' }).click();
  const why = moderator.getByRole('button', { name: reason });
  await see(why);
  const took = await gone_after(hall, idea(id).text, () => why.click());
  await search(moderator, '');
  return took;
}

export async function redact(hall, moderator, { id, remains, secrets }) {
  const row = await find(moderator, await hall.number_of(id));
  await button(row, 'Вилучити персональні дані…').click();
  const dialog = moderator.getByRole('dialog');
  await dialog.getByLabel('Текст, який залишиться').fill(remains);
  const yes = button(dialog, 'Вилучити назавжди');
  const took = await gone_after(hall, idea(id).text, () => yes.click());
  await search(moderator, '');
  for (const page of [...hall.people, ...hall.moderators]) {
    await shows(page, remains);
    for (const secret of secrets) assert.ok(!(await has_text(page, secret)), secret);
  }
  return took;
}
