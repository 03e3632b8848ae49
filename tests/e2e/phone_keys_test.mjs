// The phone by keys alone, from the moment its page is open: whoever has no pointer, or hears the
// page, gets everywhere, and never loses their place when something closes or goes.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { button, see } from './hall.mjs';
import { Writers, ideas_open } from './writers.mjs';

const hall = new Writers();
const tabs_max = 60;
let page;

// What has the focus, as «h1 Мої ідеї»; «body» when nothing has.
function focused() {
  const { activeElement: at } = document;
  const name = at.getAttribute('aria-label') ?? at.textContent.trim().replace(/\s+/g, ' ');
  return at === document.body ? 'body' : `${at.tagName.toLowerCase()} ${at.id || name}`;
}

// Presses Tab until a control whose name begins so has the focus.
async function tab_to(name) {
  for (let i = 0; i < tabs_max; i++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(focused)).startsWith(`button ${name}`)) return;
  }
  assert.fail(`Tab does not lead to «${name}»`);
}

async function press(name) {
  await tab_to(name);
  await page.keyboard.press('Enter');
}

// Waits until the focus is on what is called so.
async function focus_is(wanted) {
  let found;
  for (const until = Date.now() + 10_000; Date.now() < until; ) {
    found = await page.evaluate(focused);
    if (found.startsWith(wanted)) return;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.equal(found, wanted);
}

async function writes(text) {
  await focus_is('textarea idea');
  await page.keyboard.type(text);
  await press('Медицина');
  await press('Надіслати ідею');
  await hall.arrives(text);
}

describe('a phone by keys alone', () => {
  before(async () => {
    await hall.open();
    page = await hall.phone();
  });
  after(() => hall.close());

  it('joins, and writes one idea after another', async () => {
    await see(button(page, 'Зрозуміло, приєднатися'));
    await press('Зрозуміло, приєднатися');
    await writes('Лавки біля пошти');
    await writes('Годинник на площі');
  });

  it('comes back to who opened help, the rules or another person’s turn', async () => {
    await press('Допомога й налаштування');
    await focus_is('h1 Допомога й налаштування');
    await press('Потрібна допомога');
    await focus_is('p Ви просили допомоги');
    await press('Правила й дані');
    await focus_is('h1 Правила участі та дані');
    await press('Закрити');
    await focus_is('button Допомога й налаштування');
    await press('Мої');
    await press('rules');
    await focus_is('h1 Правила участі та дані');
    await press('Закрити');
    await focus_is('button rules');
    await hall.staff.do({ kind: 'share_phones', people: 2 });
    await see(button(page, 'Передати телефон'));
    await press('Передати телефон');
    await focus_is('h1 Хто тепер тримає телефон?');
    await press('Залишається людина 1');
    await focus_is('button Передати телефон');
  });

  it('keeps its place while an idea is mended or taken back', async () => {
    await press('Виправити');
    await focus_is('textarea edit-');
    await press('Скасувати');
    await focus_is('button Виправити');
    await page.keyboard.press('Enter');
    await focus_is('textarea edit-');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' і на школі');
    await press('Зберегти');
    await hall.arrives('Годинник на площі і на школі');
    await focus_is('button Виправити');
    await press('Відкликати ідею');
    await focus_is('p Відкликати цю ідею?');
    await press('Залишити');
    await focus_is('button Відкликати ідею');
    await page.keyboard.press('Enter');
    await press('Так, відкликати');
    await see(page.getByText('Ви відкликали цю ідею'));
    assert.notEqual(await page.evaluate(focused), 'body');
  });

  it('votes, hears that it is saved, and takes votes back', async () => {
    const other = await hall.joined();
    await other.locator('#idea').fill('Освітлення на Садовій');
    await button(other, 'Медицина').click();
    await button(other, 'Надіслати ідею').click();
    await hall.arrives('Освітлення на Садовій');
    await hall.staff.do({ kind: 'open_phase', phase: 'vote', minutes: 0 });
    await see(button(page, 'Голосувати (ідея № 3)'));
    await press('Голосувати (ідея № 3)');
    await focus_is('button Ваш голос враховано (ідея № 3)');
    await see(page.getByRole('status').filter({ hasText: 'Залишилося 9 голосів. Збережено' }));
    await press('Голосувати (ідея № 1)');
    await see(page.getByText('Залишилося 8 голосів'));
    await press('Мої');
    await press('Забрати голос (ідея № 3)');
    await focus_is('h2 Мої голоси');
    const ideas = await hall.staff.records('idea');
    const [id] = ideas.find(([, { text }]) => text === 'Лавки біля пошти');
    await hall.staff.do({ kind: 'hide_idea', idea: id, reason: 'test' });
    await see(button(page, 'Забрати голос'));
    await press('Голосування');
    await press('Забрати голос');
    await focus_is('h1 Оберіть найважливіше');
    await see(page.getByText('Залишилося 10 голосів'));
    await hall.staff.do(ideas_open);
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});
