// Setting up a session in the browser, by keyboard alone, from each template; and everything that
// may go wrong before the first click. What was asked for is looked up on desk, board and phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { open_browser, open_page } from './browser.mjs';
import { button, looks_right, see } from './hall.mjs';
import { Staff } from './staff.mjs';
import { VicheServer } from './viche_server.mjs';
import { create_by_keyboard, fits, noise, svg, tab_to, type_into } from './wizard.mjs';

const server = new VicheServer();
const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };
const opened = [];
let browser;
let key;

async function open(url, size = wide) {
  const page = await open_page(browser, 'desk', 'about:blank');
  await page.setViewportSize(size);
  await page.goto(url);
  opened.push(page);
  return page;
}

const address = (path = '/new') => new URL(path, server.links.url).href;

async function open_form(size) {
  const page = await open(`${address()}#${key}`, size);
  await see(page.getByRole('heading', { name: 'Нова сесія' }));
  return page;
}

// The links the page shows, at this server's own address.
async function links_of(page) {
  const link = async (name) => {
    const shown = new URL(await page.getByLabel(name, { exact: true }).inputValue());
    return address(shown.pathname + shown.hash);
  };
  const desk = await link('Ведучий');
  const code = /\/s\/(\d{6})\//.exec(desk)[1];
  return { url: server.links.url, code, desk, board: await link('Екран залу'), key };
}

async function one(staff, record) {
  return (await staff.records(record))[0]?.[1];
}

const minutes_of = ({ phases }) =>
  Object.fromEntries(phases.map(({ phase, minutes }) => [phase, minutes]));

describe('setting up a session', () => {
  before(async () => {
    await server.start();
    key = readFileSync(`${server.data}.hostkey`, 'utf8').trim();
    browser = await open_browser();
  });

  after(async () => {
    await browser?.close();
    await server.remove();
  });

  it('is printed by the program with the key, which the page wipes from the address', async () => {
    const page = await open_form();
    assert.match(server.said, new RegExp(`new session {2}http://localhost:[0-9]+/new#${key}\n`));
    assert.equal(page.url(), address());
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.ok(!kept.includes(key));
    await page.close();
  });

  it('keeps the key at hand while the server does not answer', async () => {
    const page = await open('about:blank', narrow);
    await page.route('**/api/sessions', (route) => route.abort());
    await page.goto(`${address()}#${key}`);
    await see(page.getByText('Сервер не відповідає.'));
    assert.equal(await page.locator('input[type="password"]').inputValue(), key);
    await page.unroute('**/api/sessions');
    await button(page, 'Далі').click();
    await see(page.getByRole('heading', { name: 'Нова сесія' }));
    await page.close();
  });

  it('leaves a number out of its bounds where it is, and says them', async () => {
    const page = await open_form(narrow);
    await page.getByText('Зал і голосування').click();
    const votes = page.getByLabel('Голосів у кожної людини');
    await votes.fill('500');
    await votes.press('Tab');
    await see(page.getByText(/^Від 1 до \d+$/));
    assert.equal(await votes.inputValue(), '500');
    await fits(page);
    await looks_right(page, 'wizard-number');
    await button(page, 'Створити сесію').click();
    await votes.and(page.locator(':focus')).waitFor();
    await votes.fill('7');
    await votes.press('Tab');
    assert.equal(await votes.getAttribute('aria-invalid'), 'false');
    await page.close();
  });

  it('asks for the key in words, and refuses a wrong one', async () => {
    const page = await open(address(), narrow);
    await see(page.getByText('показує програма «Віче» у своєму вікні'));
    await looks_right(page, 'wizard-door-narrow');
    await page.keyboard.insertText('не той ключ');
    await page.keyboard.press('Enter');
    await see(page.getByText('Ключ не підходить.'));
    await looks_right(page, 'wizard-wrong-key');
    await fits(page);
    await page.getByLabel('Адреса або ключ').fill(`${address()}#${key}`);
    await page.keyboard.press('Enter');
    await see(page.getByRole('heading', { name: 'Нова сесія' }));
    await page.close();
  });

  it('says where it works, on a machine from which the server takes no key', async () => {
    const page = await open('about:blank');
    const body = JSON.stringify({ refusal: 'not_allowed', kind: 'final' });
    await page.route('**/api/sessions', (route) => route.fulfill({ status: 403, body }));
    await page.goto(`${address()}#${key}`);
    await see(page.getByText('Тут сесію не створити.'));
    await see(page.getByText('--remote-setup'));
    await looks_right(page, 'wizard-not-here');
    await page.close();
  });

  it('makes a strategy session of its name and community alone', async () => {
    const page = await open_form();
    await looks_right(page, 'wizard-form');
    await fits(page);
    const title = 'Стратегія Сергіївської громади до 2034 року';
    await create_by_keyboard(page, { title, community: 'Сергіївська сільська рада' });
    await looks_right(page, 'wizard-made');
    await fits(page);
    const staff = await Staff.open(browser, await links_of(page));
    const set = await one(staff, 'session');
    assert.equal(set.title, title);
    assert.equal(set.areas.length, 12);
    assert.deepEqual([set.votes_per_person, set.tables, set.level], [10, 8, 1]);
    const planned = minutes_of(await one(staff, 'programme'));
    assert.deepEqual(planned, { warmup: 5, talk: 15, ideas: 45, sort: 30, vote: 12, results: 10 });
    await page.close();
  });

  it('opens the desk in one click, and the desk plans what was planned', async () => {
    const page = await open_form();
    await create_by_keyboard(page, { title: 'Стратегія', community: 'Сергіївська громада' });
    const [desk] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Відкрити пульт' }).click(),
    ]);
    await see(desk.getByRole('heading', { name: 'Стратегія', exact: true }));
    assert.equal(new URL(desk.url()).hash, '');
    assert.equal(await desk.locator('.phases').getByText('30 хв').count(), 1);
    // Who leaves the page with the links is not locked out.
    await desk.close();
    const { code } = await links_of(page);
    await page.goto(address(`/s/${code}/desk`));
    await see(page.getByRole('heading', { name: 'Стратегія', exact: true }));
    await page.close();
  });

  it('makes a residency with its communities, partners and logo', async () => {
    const page = await open_form();
    await page.keyboard.press('ArrowDown');
    await tab_to(page, 'Партнери і логотип');
    await page.keyboard.press('Enter');
    await type_into(page, 'Партнери одним рядком', 'За підтримки Фонду громад');
    await page.getByLabel('Логотип громади').setInputFiles(svg);
    await see(page.getByAltText('Логотип, яким його побачить зал'));
    await page.getByRole('heading', { name: 'Нова сесія' }).click();
    await create_by_keyboard(page, {
      title: 'Резиденція ідей',
      community: 'Асоціація громад',
      settlements: '1. Жовківська громада\nРава-Руська громада\n\nЖовківська громада\n',
    });
    const links = await links_of(page);
    const staff = await Staff.open(browser, links);
    const set = await one(staff, 'session');
    assert.deepEqual(
      set.areas.map(({ name }) => name),
      ['Туризм і спадщина', 'Культура', 'Здоров’я'],
    );
    assert.deepEqual(set.settlements, ['Жовківська громада', 'Рава-Руська громада']);
    const warmup = await one(staff, 'warmup');
    assert.equal(warmup.question, 'З якої ви громади?');
    assert.deepEqual(warmup.options, set.settlements);
    const { partners, logo } = await one(staff, 'branding');
    assert.equal(partners, 'За підтримки Фонду громад');
    assert.ok(logo.startsWith('iVBORw0KGgo') && logo.length <= 24 * 1024);
    await shows_everywhere(links, staff, set);
    await page.close();
  });

  it('makes a blank session of three general areas', async () => {
    const page = await open_form();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await create_by_keyboard(page, { title: 'Зустріч', community: 'Ясненська громада' });
    const staff = await Staff.open(browser, await links_of(page));
    const set = await one(staff, 'session');
    assert.deepEqual(
      set.areas.map(({ name }) => name),
      ['Зберегти', 'Змінити', 'Почати'],
    );
    assert.equal(set.tables, 0);
    assert.equal(minutes_of(await one(staff, 'programme')).ideas, 0);
    await page.close();
  });

  it('lets areas be renamed, moved, removed and added by keyboard', async () => {
    const page = await open_form();
    await tab_to(page, 'Напрями');
    await page.keyboard.press('Enter');
    await type_into(page, 'Назва напряму 1', 'Дороги');
    await page.keyboard.press('Alt+ArrowDown');
    await tab_to(page, 'Прибрати: Дороги');
    await tab_to(page, 'Прибрати: Культура');
    await page.keyboard.press('Enter');
    await tab_to(page, 'Додати напрям');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('Вода');
    await looks_right(page, 'wizard-areas');
    await create_after_areas(page);
    const staff = await Staff.open(browser, await links_of(page));
    const { areas } = await one(staff, 'session');
    assert.equal(areas.length, 12);
    assert.deepEqual(
      areas.slice(0, 3).map(({ name, slug }) => [name, slug]),
      [
        ['Бізнес і робота', 'business'],
        ['Дороги', 'dorohy'],
        ['Медицина', 'medicine'],
      ],
    );
    assert.deepEqual(areas[11], {
      slug: 'voda',
      name: 'Вода',
      full_name: 'Вода',
      english: 'Вода',
    });
    await page.close();
  });

  async function create_after_areas(page) {
    await page.getByLabel('Назва сесії').focus();
    await create_by_keyboard(page, { title: 'Наші напрями', community: 'Ясненська громада' });
  }

  it('says at each field what is missing, and puts the keyboard there', async () => {
    const page = await open_form(narrow);
    await looks_right(page, 'wizard-form-narrow');
    await fits(page);
    await tab_to(page, 'Напрями');
    await page.keyboard.press('Enter');
    await type_into(page, 'Назва напряму 2', 'Інфраструктура');
    await tab_to(page, 'Створити сесію');
    await page.keyboard.press('Enter');
    await see(page.getByText('Напишіть назву сесії.'));
    await see(page.getByText('Два напрями називаються «Інфраструктура».'));
    const here = await page.evaluate(() => document.activeElement.labels[0].textContent);
    assert.equal(here, 'Назва сесії');
    await looks_right(page, 'wizard-missing-narrow');
    await fits(page);
    await page.close();
  });

  it('says the server’s refusal at the field it is about', async () => {
    const page = await open_form();
    const refusal = { refusal: 'value_out_of_range', kind: 'final', field: 'settlements' };
    const body = JSON.stringify(refusal);
    await page.route('**/api/sessions', (route) => route.fulfill({ status: 400, body }));
    await page.getByLabel('Назва сесії').fill('Стратегія');
    await page.getByLabel('Громада або рада').fill('Громада');
    await button(page, 'Створити сесію').click();
    await see(page.getByLabel('Села й міста').and(page.locator('[aria-invalid=true]')));
    await see(page.getByText('Значення поза дозволеними межами.'));
    await page.close();
  });

  it('tidies a pasted list and says what it left out', async () => {
    const page = await open_form();
    const list = page.getByLabel('Села й міста');
    await list.fill('• Сергіївка;\n\nКачанове\nсергіївка\n');
    await list.blur();
    assert.equal(await list.inputValue(), 'Сергіївка\nКачанове');
    await see(page.getByText('2 назви.'));
    await see(page.getByText('Прибрано 1 повтор.'));
    await see(page.getByText('Прибрано 1 порожній рядок.'));
    await page.close();
  });

  it('keeps what was filled in over a reload, but not the key', async () => {
    const page = await open_form();
    await page.getByLabel('Назва сесії').fill('Недописана сесія');
    await page.reload();
    await see(page.getByRole('heading', { name: 'Потрібен ключ господаря' }));
    await page.getByLabel('Адреса або ключ').fill(key);
    await page.keyboard.press('Enter');
    await see(page.getByRole('heading', { name: 'Нова сесія' }));
    assert.equal(await page.getByLabel('Назва сесії').inputValue(), 'Недописана сесія');
    await button(page, 'Почати спочатку').click();
    assert.equal(await page.getByLabel('Назва сесії').inputValue(), '');
    await button(page, 'Повернути заповнене').click();
    assert.equal(await page.getByLabel('Назва сесії').inputValue(), 'Недописана сесія');
    await page.close();
  });

  it('makes a large picture small, and says what is no picture', async () => {
    const page = await open_form();
    await page.locator('summary', { hasText: 'Партнери і логотип' }).click();
    const field = page.getByLabel('Логотип громади');
    const png = { name: 'photo.png', mimeType: 'image/png' };
    await field.setInputFiles({ ...png, buffer: Buffer.from('не зображення') });
    await see(page.getByText('Зображення не вдалося прочитати.'));
    await field.setInputFiles({ ...png, buffer: Buffer.alloc(20 * 1024 * 1024 + 1) });
    await see(page.getByText('Файл завеликий: понад 20 МБ.'));
    const text = { name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('Гай') };
    await field.setInputFiles(text);
    await see(page.getByText('Це не зображення'));
    await field.setInputFiles({ ...png, buffer: await noise(page, 1200) });
    const shown = page.getByAltText('Логотип, яким його побачить зал');
    await see(shown);
    const base64 = (await shown.getAttribute('src')).replace(/^[^,]*,/, '');
    assert.ok(base64.length <= 24 * 1024, `${base64.length} bytes`);
    const [width, height] = await shown.evaluate((img) => [img.naturalWidth, img.naturalHeight]);
    assert.ok(width === height && width >= 48, `${width} × ${height}`);
    await shown.scrollIntoViewIfNeeded();
    await looks_right(page, 'wizard-branding');
    await fits(page);
    await page.close();
  });

  it('says which step was not done, and that the desk can do it', async () => {
    const page = await open('about:blank');
    await page.routeWebSocket(/\/live$/, (socket) => {
      const to = socket.connectToServer();
      socket.onMessage((message) => {
        if (!message.includes('plan_phase')) return to.send(message);
        const { id } = JSON.parse(message);
        const refusal = { type: 'refusal', id, refusal: 'not_allowed', kind: 'final' };
        socket.send(JSON.stringify(refusal));
      });
    });
    await page.goto(`${address()}#${key}`);
    await create_by_keyboard(page, { title: 'Стратегія', community: 'Громада' });
    await see(page.getByText('тривалість етапів — у стовпчику «Програма»'));
    await looks_right(page, 'wizard-not-done');
    await page.close();
  });

  it('complained of nothing', () => {
    assert.deepEqual(
      opened.flatMap((page) => page.complaints),
      [],
    );
  });

  // Phones ask for the settlements, the board shows who holds the session, the report too; and the
  // desk changes it later.
  async function shows_everywhere(links, staff, set) {
    const phone = await open_page(browser, 'phone', address(`/s/${links.code}`));
    opened.push(phone);
    const settlements = phone.getByLabel('З якого ви населеного пункту?').locator('option');
    await settlements.first().waitFor({ state: 'attached' });
    assert.deepEqual((await settlements.allTextContents()).slice(1), set.settlements);
    const board = await open_page(browser, 'board', links.board);
    opened.push(board);
    await see(board.getByText('За підтримки Фонду громад'));
    await see(board.getByAltText('Знак партнерів'));
    await looks_right(board, 'board-welcome-branding');
    const small = { size: { width: 1024, height: 768 } };
    await looks_right(board, 'board-welcome-branding-small', small);
    await staff.do({ kind: 'show_board', mode: 'thanks', areas: [] });
    await see(board.getByText('Дякуємо'));
    await see(board.getByAltText('Знак партнерів'));
    await looks_right(board, 'board-thanks-branding');
    const headers = { Authorization: `Bearer ${new URL(links.desk).hash.slice(1)}` };
    const report = await fetch(address(`/api/sessions/${links.code}/report.html`), { headers });
    const html = await report.text();
    assert.match(html, /Партнери: За підтримки Фонду громад/);
    assert.match(html, /<img src="data:image\/png;base64,iVBORw0KGgo/);
    await changes_on_the_desk(links, board);
  }

  async function changes_on_the_desk(links, board) {
    const desk = await open(links.desk, { width: 1366, height: 768 });
    await button(desk, 'Налаштування залу').click();
    await desk.getByLabel('Партнери одним рядком').fill('Разом із сусідами');
    await button(desk, 'Прибрати логотип').click();
    await desk.getByText('Зміни ще не збережено.').scrollIntoViewIfNeeded();
    await looks_right(desk, 'desk-branding');
    await button(desk.getByRole('form', { name: 'Партнери і логотип' }), 'Зберегти').click();
    await see(board.getByText('Разом із сусідами'));
    assert.equal(await board.getByAltText('Знак партнерів').count(), 0);
  }
});
