// What the desk prints for the hall, from the poster at the door to the voting sheet: as many pages
// as there are sheets, nothing beyond its paper.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open_browser, open_page, tell_addresses } from './browser.mjs';
import { button, gone, looks_right, see } from './hall.mjs';
import { Staff } from './staff.mjs';
import { VicheServer } from './viche_server.mjs';

const server = new VicheServer();
let browser;
let desk;
let staff;

const qr = (name) => desk.getByRole('img', { name, exact: true });
// As the desk is told that phones find the server.
const way_in = () => `http://192.168.1.10:8080/s/${server.links.code}`;

async function open_sheets() {
  await desk.getByRole('button', { name: 'Як приєднатися' }).click();
  await button(desk, 'Роздруківки для залу').click();
  await see(button(desk, 'Друкувати'));
}

const sheets = () => desk.locator('.chosen > .sheet');

async function choose(kind) {
  await button(desk, kind).click();
  await see(desk.getByRole('heading', { name: kind, exact: true, level: 2 }));
}

// What is larger than its paper, or stands beyond it. Lines to write on, of which a form shows as
// many as it has room for, are not looked at; the columns of a voting sheet end above its foot.
function beyond_paper() {
  const papers = ['.chosen > .sheet', '.chosen > .sheet article', '.chosen > .sheet .room'];
  return [...document.querySelectorAll(papers)].flatMap((paper) => {
    const edge = paper.getBoundingClientRect();
    const is_outside = (element) => {
      const { right, bottom } = element.getBoundingClientRect();
      return right > edge.right + 1 || bottom > edge.bottom + 1;
    };
    const outside = [...paper.querySelectorAll(':not(i)')].filter(is_outside);
    const is_whole =
      paper.scrollHeight <= paper.clientHeight && paper.scrollWidth <= paper.clientWidth;
    return [...(is_whole ? [] : [paper]), ...outside].map((one) => one.outerHTML.slice(0, 200));
  });
}

// Pages of paper: as many as there are sheets, with nothing beyond them.
async function pages() {
  await desk.evaluate(() => document.fonts.ready);
  await desk.emulateMedia({ media: 'print' });
  assert.deepEqual(await desk.evaluate(beyond_paper), []);
  const pdf = await desk.pdf({ preferCSSPageSize: true });
  await desk.emulateMedia({ media: null });
  const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.equal(count, await sheets().count());
  return count;
}

// The numbers of the ideas that can be crossed, in the order of the pages.
const numbers = () => desk.locator('.chosen > .sheet li b').allTextContents();
const idea = (text, areas) => ({ kind: 'submit_idea', text, areas, table: 0, channel: 'paper' });

describe('what the desk prints', () => {
  before(async () => {
    await server.start();
    browser = await open_browser();
    desk = await open_page(browser, 'desk', server.links.desk);
    staff = await Staff.open(browser, server.links);
  });
  after(async () => {
    await browser?.close();
    await server.remove();
  });

  it('is a poster with the way in, on one page', async () => {
    const { code } = server.links;
    await open_sheets();
    await see(qr(`QR-код з адресою ${way_in()}`));
    const poster = desk.getByRole('article');
    await see(poster.getByText(`${code.slice(0, 3)}\u00a0${code.slice(3)}`));
    await see(poster.getByText(new URL(way_in()).host));
    assert.equal(await poster.getByText('Під’єднайтеся до Wi-Fi').count(), 0);
    await looks_right(desk, 'desk-poster');
    assert.equal(await pages(), 1);
    await desk.keyboard.press('Escape');
    await see(button(desk, 'Налаштування залу'));
  });

  it('tells the Wi-Fi first where there is one', async () => {
    await button(desk, 'Налаштування залу').click();
    await desk.getByLabel('Назва мережі').fill('Зал "Криниця"');
    await desk.getByLabel('Пароль').fill('W'.repeat(63));
    await button(desk, 'Показувати в залі').click();
    await see(desk.getByText('Показано: «'));
    await button(desk.getByRole('dialog'), 'Закрити').click();
    await open_sheets();
    await see(qr('QR-код для під’єднання до Wi-Fi «Зал "Криниця"»'));
    await see(desk.getByText('W'.repeat(63)));
    assert.equal(await pages(), 1);
  });

  it('are cards whose codes seat a phone at their table', async () => {
    await button(desk, 'Картки столів').click();
    await desk.getByLabel('Скільки карток').fill('5');
    await button(desk, 'Зробити столів: 5').click();
    await gone(desk.getByText('У сесії столів: 0.'));
    assert.equal(await desk.getByRole('article').count(), 5);
    await looks_right(desk, 'desk-cards');
    assert.equal(await pages(), 2);
    await see(qr(`QR-код столу 5 з адресою ${way_in()}?table=5`));
    const phone = await open_page(browser, 'phone', `${server.links.phone}?table=5`);
    assert.equal(await phone.getByLabel('Ваш стіл').inputValue(), '5');
    await button(desk, 'Закрити').click();
    await see(desk.getByText('Ідей за столами'));
  });

  it('are the times of the day that follow from the plan', async () => {
    await open_sheets();
    await choose('Програма сесії');
    await desk.getByLabel('Початок').fill('14:00');
    await see(desk.getByRole('row', { name: '14:20–15:05 Збір ідей' }));
    await see(desk.getByRole('row', { name: 'до 14:00 Збираємося' }));
    await see(desk.getByRole('row', { name: 'Разом, хвилин 92' }));
    await looks_right(desk, 'desk-print-programme');
    assert.equal(await pages(), 1);
  });

  it('are forms for ideas, two to a sheet, with every area of the session', async () => {
    await choose('Бланки ідей');
    await desk.getByLabel('Скільки бланків').fill('6');
    await desk.waitForFunction(() => document.querySelectorAll('.chosen > .sheet').length === 3);
    assert.equal(await desk.getByRole('article').first().getByRole('listitem').count(), 12);
    await see(desk.getByText('Не пишіть персональних даних'));
    await looks_right(desk, 'desk-print-forms');
    assert.equal(await pages(), 3);
  });

  it('are no voting sheet while there is nothing to vote for', async () => {
    await choose('Бланк голосування');
    await see(desk.getByText('Оприлюднених ідей ще немає.'));
    assert.ok(await button(desk, 'Друкувати').isDisabled());
    await looks_right(desk, 'desk-print-voting-none');
  });

  it('are a voting sheet of what is published, each idea once, by area', async () => {
    await staff.do({ kind: 'open_phase', phase: 'ideas', minutes: 0 });
    await staff.do(idea('Автобус щогодини', ['infrastructure', 'social']));
    await staff.do(idea('Лікар щодня', ['medicine']));
    await staff.do(idea('Автобус до району', ['infrastructure']));
    await staff.do(idea('Купіть мій трактор', ['business']));
    await staff.do(idea('Ліхтарі біля школи', ['infrastructure']));
    const [, medicine, bus, tractor] = (await staff.until('idea', 5)).map(([id]) => id);
    const [first] = (await staff.records('idea')).map(([id]) => id);
    await staff.do({ kind: 'hide_idea', idea: tractor, reason: 'advertising' });
    await staff.do({ kind: 'merge_ideas', main: first, others: [bus] });
    await see(desk.locator('.chosen > .sheet li').nth(2));
    await gone(desk.locator('.chosen > .sheet li').nth(3));
    assert.deepEqual(await numbers(), ['1', '5', '2']);
    await see(sheets().getByText('Ви маєте 10 голосів. За одну ідею\u00a0— не більше одного.'));
    await see(sheets().getByText('№ бланка'));
    await see(sheets().getByText('сторінка 1 з 1'));
    await looks_right(desk, 'desk-print-voting');
    assert.equal(await pages(), 1);
    await staff.do({ kind: 'hide_idea', idea: medicine, reason: 'test' });
    await gone(sheets().getByText('Лікар щодня'));
    assert.deepEqual(await numbers(), ['1', '5']);
  });

  it('are a guide of two pages and a recovery sheet of one, in both languages', async () => {
    for (const [other, guide, recovery] of [
      ['English', 'Пам’ятка для ведучих', 'Аркуш відновлення'],
      ['Українською', 'Facilitator’s guide', 'Recovery sheet'],
    ]) {
      await choose(guide);
      assert.equal(await pages(), 2);
      await choose(recovery);
      assert.equal(await pages(), 1);
      await see(sheets().getByText(`localhost:8080/s/${server.links.code}/desk`));
      await button(desk, other).click();
    }
    await choose('Пам’ятка для ведучих');
    await looks_right(desk, 'desk-print-guide');
    await choose('Аркуш відновлення');
    await looks_right(desk, 'desk-print-recovery');
  });

  it('stay on their paper whatever a session holds', async () => {
    const [[, settings]] = await staff.records('session');
    const more = Array.from({ length: 12 }, (_, at) => ({
      slug: `area-${at}`,
      name: `Ще один напрям номер ${at}`,
      full_name: `Ще один напрям номер ${at}`,
      english: `Another area number ${at}`,
    }));
    await staff.configure({
      title: 'Стратегія розвитку громади '.repeat(5).slice(0, 119) + '!',
      community: 'Великокриничненська сільська територіальна громада',
      question: 'Що варто змінити у громаді? '.repeat(5).slice(0, 119) + '!',
      areas: [...settings.areas, ...more],
      settlements: Array.from({ length: 40 }, (_, at) => `Велика Криниця ${at}`),
    });
    for (let at = 0; at < 130; at += 1) {
      const long = 'Полагодити дорогу від школи до амбулаторії й лікарні. '.repeat(11);
      const { slug } = [...settings.areas, ...more][at % 24];
      await staff.do(idea(`${at} ${long.slice(0, (at * 97) % 590)} усе`, [slug]));
    }
    await choose('Бланк голосування');
    await see(sheets().getByText('135', { exact: true }));
    assert.equal((await numbers()).length, 132);
    assert.equal(new Set(await numbers()).size, 132);
    const count = await pages();
    assert.ok(count > 5, `${count} pages`);
    await see(sheets().getByText(`сторінка ${count} з ${count}`));
    for (const kind of ['Плакат', 'Картки столів', 'Програма сесії', 'Бланки ідей']) {
      await choose(kind);
      await pages();
    }
    await choose('Пам’ятка для ведучих');
    assert.equal(await pages(), 2);
    await choose('Аркуш відновлення');
    assert.equal(await pages(), 1);
  });

  it('need no network where they tell no address', async () => {
    await tell_addresses(desk, []);
    await desk.reload();
    await button(desk, `Як приєднатися ${server.links.code.replace(/(...)/, '$1\u00a0')}`).click();
    await see(desk.getByText('Ноутбук ще не в мережі залу'));
    await button(desk, 'Роздруківки для залу').click();
    await see(desk.getByText('адреси для телефонів поки немає'));
    assert.ok(await button(desk, 'Друкувати').isDisabled());
    await choose('Програма сесії');
    assert.equal(await pages(), 1);
  });

  it('speak English where the desk was opened in it', async () => {
    await button(desk, 'English').click();
    await see(desk.getByRole('heading', { name: 'To print', exact: true }));
    await desk.reload();
    await desk.getByRole('button', { name: server.links.code.slice(0, 3) }).click();
    await button(desk, 'Print for the hall').click();
    await see(desk.getByRole('heading', { name: 'To print', exact: true }));
    await button(desk, 'Українською').click();
    await see(desk.getByRole('heading', { name: 'Роздруківки', exact: true }));
  });

  it('never complained', () => assert.deepEqual(desk.complaints, []));
});
