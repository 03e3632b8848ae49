// What a hall does together, on people's phones: the warm-up, one sentence of each table, ideas that
// facilitators look at first, votes that a merge moved, voting cards, and the end of the time.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { button, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';
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

async function id_of(text) {
  return (await hall.staff.records('idea')).find(([, idea]) => idea.text === text)[0];
}

describe('a hall on its phones', () => {
  before(async () => {
    router = await hall.open_behind_router();
    await hall.staff.configure({ tables: 6, settlements: villages, question: 'Що змінити за рік?' });
  });
  after(() => hall.close());

  it('answers the warm-up with one tap, also without network, and may change its mind', async () => {
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
    await see(slow.getByText('Речення не надіслано: За вашим столом щойно написали інше.'));
    await see(slow.locator('blockquote', { hasText: 'Лікар в амбулаторії щодня' }));
    assert.equal(await field(slow).inputValue(), 'Дорога до школи');
    await fits(slow, 'hall-talk-overtaken');
    await field(slow).fill('Лікар щодня і дорога до школи');
    await button(slow, 'Замінити речення столу').click();
    await see(quick.locator('blockquote', { hasText: 'Лікар щодня і дорога до школи' }));

    const alone = await joined();
    await see(alone.getByText('Щоб написати речення від столу, сядьте за стіл.'));
    await see(alone.locator('.other', { hasText: 'Лікар щодня і дорога до школи' }));
    await fits(alone, 'hall-talk-no-table');
    await alone.getByLabel('Ваш стіл').selectOption({ label: 'Стіл 5' });
    await button(alone, 'Сісти за цей стіл').click();
    await field(alone).fill('Не встигли дописати');
    await open('ideas', 30);
    await see(tab(alone, 'Мої').getByText('1'));
    await tab(alone, 'Мої').click();
    await see(alone.getByText('Речення столу не надіслано'));
    await button(alone, 'Повернути до поля').click();
    assert.equal(await alone.locator('#idea').inputValue(), 'Не встигли дописати');
    for (const page of [quick, slow, alone]) await page.close();
  });

  it('sees ideas once facilitators looked at them, and whose words were corrected', async () => {
    await hall.staff.do(ideas_open).catch(() => undefined);
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
    await fits(author, 'hall-corrected-mine');
    await hall.staff.do({ kind: 'set_premoderation', is_on: false });
    for (const page of [author, reader]) await page.close();
  });

  it('is told once when a merge moved a vote, and when an idea is hidden', async () => {
    const page = await joined();
    await write(page, 'Дитячий майданчик біля клубу');
    await write(page, 'Гойдалки для дітей у центрі');
    await hall.arrives('Гойдалки для дітей у центрі');
    const [main, other] = [
      await id_of('Дитячий майданчик біля клубу'),
      await id_of('Гойдалки для дітей у центрі'),
    ];
    await open('vote', 30);
    const card = (text) => page.locator('article', { hasText: text });
    await card('Гойдалки').getByRole('button', { name: 'Голосувати' }).click();
    await see(page.getByText('Ваш голос враховано'));
    await hall.staff.do({ kind: 'merge_ideas', main, others: [other] });
    const moved = page.getByText(/Ідею, за яку ви голосували, об’єднали з ідеєю № \d/);
    await see(moved);
    await fits(page, 'hall-moved-vote');
    await button(page, 'Залишити голос').click();
    await moved.waitFor({ state: 'detached' });
    await page.reload();
    await see(page.getByText('Ваш голос враховано'));
    assert.equal(await moved.count(), 0);
    await hall.staff.do({ kind: 'hide_idea', idea: main, reason: 'repeat' });
    await see(page.getByText('Ідею, за яку ви голосували, приховано.'));
    await button(page, 'Забрати голос').click();
    await see(page.getByText('Залишилося 10 голосів'));
    await hall.staff.do({ kind: 'restore_idea', idea: main });
    await page.close();
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});
