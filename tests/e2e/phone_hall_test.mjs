// What a hall does together, on people's phones: the warm-up, one sentence of each table, ideas
// that facilitators look at first, votes that a merge moved, voting cards, and the end of the time.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { golden_tree } from './golden.mjs';
import { button, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { Staff } from './staff.mjs';
import { cut_off, is_wider_than_the_screen, too_small } from './targets.mjs';
import { Writers, ideas_open, own, tab, write } from './writers.mjs';

const hall = new Writers();
const villages = [
  ...['Криничне', 'Гірки', 'Ґанок', 'Вербове', 'Старий Яр', 'Новий Яр', 'Лозова', 'Мала Лозова'],
  ...['Садове', 'Ставище', 'Польове', 'Підлісне', 'Заріччя', 'Хутір Дубовий', 'Калинівка'],
  ...['Вишневе', 'Озерне', 'Червона Гора', 'Якимівка', 'Юрківка', 'Єлизаветівка', 'Ївга'],
  ...['Селище імені Першого з’їзду вчителів', 'Щасливе'],
];
let router;
let voting; // a phone whose person has a card

const open = (phase, minutes = 0) => hall.staff.do({ kind: 'open_phase', phase, minutes });
const at_table = (n) => `${hall.server.links.phone}?table=${n}`;

async function joined(url = hall.server.links.phone) {
  const page = await hall.phone(url);
  await button(page, 'Зрозуміло, приєднатися').click();
  return page;
}

// Nothing is out of reach or reaches over the screen, in usual and in large type.
async function fits(page, name) {
  await looks_right(page, name);
  for (const size of ['', '200%']) {
    await page.evaluate((set) => (document.documentElement.style.fontSize = set), size);
    assert.ok(!(await page.evaluate(is_wider_than_the_screen)), `${name}: too wide at ${size}`);
    assert.deepEqual(await page.evaluate(cut_off), [], name);
    if (size !== '') await picture(page, `${name}-twice`);
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  assert.deepEqual(await page.evaluate(too_small), [], name);
}

// A second facilitator: hands are counted by two.
async function colleague() {
  const desk = await hall.server.another_desk('Олена');
  return Staff.open(hall.browser, { ...hall.server.links, desk });
}

// Of no card that was printed, or nearly never.
function wrong_digits(right) {
  return `${(Number(right) + 1) % 100_000_000}`.padStart(8, '0');
}

async function id_of(text) {
  return (await hall.staff.records('idea')).find(([, idea]) => idea.text === text)[0];
}

describe('a hall on its phones', () => {
  before(async () => {
    router = await hall.open_behind_router();
    const question = 'Що змінити за рік?';
    await hall.staff.configure({ tables: 6, settlements: villages, question });
  });
  after(() => hall.close());

  it('answers the warm-up with one tap, also without network, and changes its mind', async () => {
    await open('warmup');
    const page = await joined(router.way_to(hall.server.links.phone));
    await see(page.getByRole('heading', { name: 'З якого ви села чи міста?' }));
    const option = (name) => page.locator('.options button').filter({ hasText: name });
    assert.equal(await page.locator('.options [aria-pressed="true"]').count(), 0);
    await option('Вербове').click();
    await see(option('Вербове').getByText('ваша відповідь'));
    await router.cut();
    await option('Калинівка').click();
    await see(option('Калинівка').getByText('Чекає на мережу'));
    await picture(page, 'hall-warmup-offline');
    await page.reload().catch(() => undefined); // there is nobody to load it from
    await router.open();
    await page.goto(router.way_to(hall.server.links.phone));
    await see(option('Калинівка').getByText('ваша відповідь'));
    assert.equal(await page.locator('.options [aria-pressed="true"]').count(), 1);
    await golden_tree(page, 'phone-warmup');
    await fits(page, 'hall-warmup');
    const [[, { people }]] = await hall.staff.records('warmup');
    assert.equal(people[villages.indexOf('Калинівка')], 1);
    assert.equal(people[villages.indexOf('Вербове')], 0);
    await page.close();
  });

  it('says one sentence from each table, and whoever is overtaken loses nothing', async () => {
    await open('talk');
    const quick = await joined(at_table(3));
    const slow = await joined(router.way_to(at_table(3)));
    const field = (page) => page.getByRole('textbox');
    await see(slow.getByText('Ваш стіл ще нічого не надіслав.'));
    await field(slow).fill('Дорога до школи');
    await router.cut();
    await button(slow, 'Надіслати від столу').click();
    await see(slow.getByText('Чекає на мережу'));
    await field(quick).fill('Лікар в амбулаторії щодня');
    await button(quick, 'Надіслати від столу').click();
    await see(quick.locator('blockquote', { hasText: 'Лікар в амбулаторії щодня' }));
    await router.open();
    await see(slow.getByText('Речення не надіслано. За цим столом щойно написали інше.'));
    await see(slow.locator('blockquote', { hasText: 'Лікар в амбулаторії щодня' }));
    assert.equal(await field(slow).inputValue(), 'Дорога до школи');
    await golden_tree(slow, 'phone-talk');
    await fits(slow, 'hall-talk-overtaken');
    await field(slow).fill('Лікар щодня і дорога до школи');
    await button(slow, 'Замінити речення столу').click();
    await see(quick.locator('blockquote', { hasText: 'Лікар щодня і дорога до школи' }));

    const alone = await joined();
    await see(alone.getByText('Щоб написати речення від столу, сядьте за стіл.'));
    await see(alone.locator('.other', { hasText: 'Лікар щодня і дорога до школи' }));
    await picture(alone, 'hall-talk-no-table');
    await alone.getByLabel('Ваш стіл').selectOption({ label: 'Стіл 5' });
    await button(alone, 'Сісти за стіл').click();
    await field(alone).fill('Не встигли дописати');
    await open('ideas', 30);
    await see(tab(alone, 'Мої').getByText('1'));
    await tab(alone, 'Мої').click();
    await see(alone.getByText('Речення столу не надіслано'));
    await button(alone, 'Повернути до поля').click();
    assert.equal(await alone.locator('#idea').inputValue(), 'Не встигли дописати');
    for (const page of [quick, slow, alone]) await page.close();
  });

  it('is warned in time, whatever its own clock shows', async () => {
    const page = await hall.phone('about:blank');
    const hours = 3_600_000;
    await page.clock.install({ time: Date.now() - 3 * hours });
    await page.goto(hall.server.links.phone);
    await button(page, 'Зрозуміло, приєднатися').click();
    await hall.staff.do({ ...ideas_open, phase: 'lobby' });
    await hall.staff.do({ ...ideas_open, minutes: 6 });
    await see(page.getByRole('timer', { name: /Залишилося часу: 5:5\d/ }));
    assert.equal(await page.getByText('Лишилося 5 хвилин').count(), 0);
    // As if a minute had gone by: nobody waits that long in a test.
    await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + 60_000);
    await see(page.locator('.time', { hasText: 'Лишилося 5 хвилин' }));
    await see(page.locator('.unseen[role=status]', { hasText: 'Лишилося 5 хвилин' }));
    await fits(page, 'hall-five-minutes');
    await page.close();
  });

  it('sees ideas once facilitators looked at them, and whose words were corrected', async () => {
    await hall.staff.do({ kind: 'set_premoderation', is_on: true });
    const author = await joined();
    const reader = await joined();
    await write(author, 'ремонт дороги до школи бо ями');
    const pending = 'На перевірці у ведучих: усі побачать її після перевірки';
    await see(author.getByText(pending));
    await picture(author, 'hall-pending-sent');
    await tab(author, 'Мої').click();
    const mine = own(author, 'ремонт дороги');
    await see(mine.getByText(pending));
    await tab(reader, 'Усі').click();
    await see(reader.getByText('Ідей ще немає. Ваша може бути першою.'));
    const idea = await id_of('ремонт дороги до школи бо ями');
    const text = 'Відремонтувати дорогу до школи';
    await hall.staff.do({ kind: 'approve_ideas', ideas: [idea] });
    await hall.staff.do({ kind: 'correct_idea', idea, text });
    await see(reader.getByText('Виправлено ведучими'));
    await reader.getByText('Слова автора').click();
    await see(reader.getByText('ремонт дороги до школи бо ями'));
    await fits(reader, 'hall-corrected');
    await see(own(author, text).getByText('Що написали ви'));
    await picture(author, 'hall-corrected-mine');
    await hall.staff.do({ kind: 'set_premoderation', is_on: false });
    for (const page of [author, reader]) await page.close();
  });

  it('votes with a card: by its QR, or by its digits', async () => {
    await hall.staff.configure({ tables: 6, level: 2 });
    const [, second, third] = (await hall.server.make('cards', { count: 3 })).cards;
    const page = await joined();
    await write(page, 'Дитячий майданчик біля клубу');
    await write(page, 'Гойдалки для дітей у центрі');
    await hall.arrives('Гойдалки для дітей у центрі');
    await open('vote', 30);
    await see(page.getByText('Щоб голосувати, відскануйте свою картку або введіть вісім цифр'));
    assert.ok(
      await page
        .getByRole('button', { name: /^Голосувати/ })
        .first()
        .isDisabled(),
    );
    const digits = page.getByLabel('Вісім цифр із картки');
    await digits.pressSequentially('12345');
    assert.equal(await digits.inputValue(), '1234 5');
    await button(page, 'Підтвердити картку').click();
    await see(page.getByText('На картці вісім цифр.'));
    await digits.fill(wrong_digits(second.digits));
    await button(page, 'Підтвердити картку').click();
    await see(page.getByText('Такої картки немає. Перевірте цифри.'));
    await fits(page, 'hall-card-asked');
    await digits.fill(`${second.digits.slice(0, 4)} ${second.digits.slice(4)} `);
    await button(page, 'Підтвердити картку').click();
    await see(page.getByText('Ваша картка № 2. Можна голосувати.'));
    await picture(page, 'hall-card-held');

    const scanned = await hall.phone(`${hall.server.links.phone}?card=${third.code}`);
    assert.ok(!scanned.url().includes('card'));
    await button(scanned, 'Зрозуміло, приєднатися').click();
    await see(scanned.getByText('Ваша картка № 3. Можна голосувати.'));
    await picture(scanned, 'hall-card-scanned');
    await scanned.reload();
    await see(scanned.getByText('Ваша картка № 3. Можна голосувати.'));
    await scanned.close();
    const copy = await hall.phone(`${hall.server.links.phone}?card=${third.code}`);
    await button(copy, 'Зрозуміло, приєднатися').click();
    await see(copy.getByText('Цією карткою вже голосують з іншого телефона.'));
    await picture(copy, 'hall-card-taken');
    await copy.close();
    voting = page;
  });

  it('is told once when a merge moved a vote, and when an idea is hidden', async () => {
    const page = voting;
    const main = await id_of('Дитячий майданчик біля клубу');
    const other = await id_of('Гойдалки для дітей у центрі');
    const card = page.locator('article', { hasText: 'Гойдалки' });
    await card.getByRole('button', { name: 'Голосувати' }).click();
    await see(page.getByText('Ваш голос враховано'));
    await hall.staff.do({ kind: 'merge_ideas', main, others: [other] });
    const moved = page
      .getByText(/^Ідею, за яку ви голосували, об’єднали з ідеєю № \d/)
      .and(page.locator(':not(.unseen)'));
    await see(moved);
    await fits(page, 'hall-moved-vote');
    await button(page, 'Залишити голос').click();
    await moved.waitFor({ state: 'detached' });
    await page.reload();
    await see(page.getByText('Ваш голос враховано'));
    assert.equal(await moved.count(), 0);
    await tab(page, 'Мої').click();
    await see(page.getByText('(голос перейшов з об’єднаної ідеї)'));
    await picture(page, 'hall-moved-mine');
    await tab(page, 'Голосування').click();
    await hall.staff.do({ kind: 'hide_idea', idea: main, reason: 'repeat' });
    await see(page.getByText('Ідею, за яку ви голосували, приховано.'));
    await button(page, 'Забрати голос').click();
    await see(page.getByText('Залишилося 10 голосів'));
    await hall.staff.do({ kind: 'restore_idea', idea: main });
  });

  it('sees how a result came together', async () => {
    const page = voting;
    const idea = await id_of('Дитячий майданчик біля клубу');
    const second = await colleague();
    await page
      .getByRole('button', { name: /^Голосувати/ })
      .last()
      .click();
    await page
      .getByRole('button', { name: /^Голосувати/ })
      .first()
      .click();
    await see(page.getByText('Залишилося 8 голосів'));
    await hall.staff.do({ kind: 'count_hands', idea, hands: 12 });
    await second.do({ kind: 'confirm_hands', idea, hands: 12 });
    await open('results');
    for (let place = 10; place > 0; place--) {
      await hall.staff.do({ kind: 'reveal_place', place }).catch(() => undefined);
    }
    await see(page.getByText('на телефонах 1, піднятими руками 12'));
    await fits(page, 'hall-results');
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});
