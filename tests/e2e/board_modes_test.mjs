// Everything the board can be told to show, from a facilitator's connection and from the desk: each
// mode shows what it must, never a hidden idea, and gives way to a pause and a spotlight.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findings, open_browser, open_page } from './browser.mjs';
import { idea_op, take_part } from './crowd.mjs';
import { button, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { Staff } from './staff.mjs';
import { VicheServer } from './viche_server.mjs';

const server = new VicheServer();
const secret = 'Потаємний Верблюд';
const villages = ['Криничне', 'Вербівка', 'Лугове', 'Зелений Гай'];
const small = { width: 1024, height: 768 };
const large = { width: 1920, height: 1080 };
const wide = ['welcome', 'wall', 'cloud'];
let browser;
let staff;
let board;

// What a mode must show, by its name.
const shown = {
  welcome: ['Спершу під’єднайтеся до Wi-Fi:', 'krynytsia2027', 'За підтримки сусідів'],
  rules: ['Правила участі', 'Одна ідея — одне повідомлення.'],
  warmup: ['З якого ви села чи міста?', 'Відповідей: 9', 'Зелений Гай'],
  talk: ['Що кажуть столи', 'Дорога до школи взимку', 'Стіл 3'],
  newest: ['Найновіші ідеї', 'Автобус до Полтави вранці'],
  wall: ['Найновіші за напрямами', 'Медицина', 'Лікар щодня'],
  cloud: ['Про що найбільше говорять', 'дорога', 'у скількох ідеях воно є'],
  areas: ['Ідеї за напрямами', 'Інфраструктура', 'Туризм'],
  settlements: ['Звідки ми і наші ідеї', 'Вербівка', 'Люди'],
  silent: ['Усі столи працюють', 'Стіл 8'],
  turnout: ['Проголосували', 'з 4'],
  countdown: ['лишилося 25 хвилин', 'Збір ідей'],
  ranking: ['Результати', 'Перша десятка ідей'],
  thanks: ['Дякуємо!', 'Результати і звіт', '192.168.1.10:8080/r/', 'За підтримки сусідів'],
};

async function show(mode, areas = []) {
  await staff.do({ kind: 'show_board', mode, areas });
}

async function sees(page, words) {
  for (const text of words) await see(page.getByText(text));
}

describe('the modes of the board', () => {
  before(async () => {
    await server.start();
    browser = await open_browser();
    staff = await Staff.open(browser, server.links);
    await fill_the_hall();
    board = await open_page(browser, 'board', server.links.board);
    await board.setViewportSize(small);
  });

  after(async () => {
    await browser?.close();
    await server.remove();
  });

  it('follows the phase until something is chosen', async () => {
    await see(board.locator('.wall article'));
  });

  it('shows in each mode what it must, in any size, and never what was hidden', async () => {
    for (const [mode, words] of Object.entries(shown)) {
      await show(mode);
      await sees(board, words);
      const all = (await board.locator('main').innerText()).toLowerCase();
      for (const word of secret.toLowerCase().split(' ')) assert.ok(!all.includes(word), mode);
      await picture(board, `board-mode-${mode}-small`);
      if (wide.includes(mode)) await picture(board, `board-mode-${mode}`, { size: large });
    }
  });

  it('has modes that everybody can read', async () => {
    for (const mode of ['wall', 'cloud', 'settlements']) {
      await show(mode);
      await sees(board, shown[mode].slice(0, 1));
      assert.deepEqual(await findings(board), [], mode);
    }
  });

  it('narrows the wall, the newest and the cloud to one area', async () => {
    for (const mode of ['wall', 'newest', 'cloud']) {
      await show(mode, ['medicine']);
      await see(board.getByRole('heading', { name: /Медицина/ }));
      assert.equal(await board.getByText('Автобус до Полтави').count(), 0, mode);
    }
  });

  it('gives way to a spotlight and a pause, and the mode is back after them', async () => {
    await show('cloud');
    const [[idea]] = (await staff.records('idea')).filter(([, { text }]) => /Лікар/.test(text));
    await staff.do({ kind: 'spotlight_idea', idea });
    await see(board.locator('.spotlight'));
    await staff.do({ kind: 'pause', reason: 'rest' });
    await sees(board, ['Перерва']);
    await staff.do({ kind: 'resume' });
    await see(board.locator('.spotlight'));
    await staff.do({ kind: 'clear_spotlight' });
    await sees(board, shown.cloud);
  });

  it('invites tables that have been silent', async () => {
    const later = await board_of_later(8.5);
    await show('silent');
    await sees(later, ['Чекаємо на ваші ідеї', 'Стіл 8', '0 ідей за 8 хв']);
    await picture(later, 'board-mode-silent-tables');
    assert.deepEqual(await findings(later), []);
    await later.context().close();
  });

  it('is chosen on the desk, whose miniature shows it', async () => {
    const desk = await open_page(browser, 'desk', server.links.desk);
    const menu = (now) => desk.locator('summary', { hasText: now });
    await menu('Столи, що мовчать').click();
    await button(desk, 'Стіна ідей').click();
    await sees(board, shown.wall);
    await see(desk.locator('.screen').getByText('Найновіші за напрямами'));
    await desk.getByLabel('Напрям на екрані').selectOption({ label: 'Медицина' });
    await see(board.getByRole('heading', { name: /Медицина/ }));
    await menu('Стіна ідей').click();
    assert.equal(await button(desk, 'Стіна ідей').getAttribute('aria-pressed'), 'true');
    await picture(desk, 'desk-board-modes');
    assert.deepEqual(await findings(desk), []);
    await button(desk, 'За етапом').click();
    await see(board.locator('.wall article.newest'));
    assert.deepEqual(desk.complaints, []);
  });

  it('ends with thanks, whatever was chosen', async () => {
    await show('cloud');
    await staff.do({ kind: 'open_phase', phase: 'closed', minutes: 0 });
    await sees(board, ['Сесію завершено.', ...shown.thanks]);
    assert.deepEqual(board.complaints, []);
  });
});

async function fill_the_hall() {
  const [[, { title, community, areas }]] = await staff.records('session');
  await staff.do({
    ...{ kind: 'configure_session', title, community, areas, question: '', tables: 8 },
    ...{ votes_per_person: 10, languages: ['uk'], level: 0, settlements: villages },
  });
  await staff.do({ kind: 'set_wifi', ssid: 'Зал', password: 'krynytsia2027' });
  await staff.do({ kind: 'set_branding', partners: 'За підтримки сусідів', logo: '' });
  await staff.do({ kind: 'open_phase', phase: 'warmup', minutes: 5 });
  await staff.do({ kind: 'count_warmup', option: 3, people: 9 });
  await staff.do({ kind: 'open_phase', phase: 'ideas', minutes: 25 });
  const said = { kind: 'say_for_table', table: 3, text: 'Дорога до школи взимку', after: 0 };
  await staff.do(said);
  const ideas = [
    [idea_op('Лікар щодня, а не двічі на тиждень', 'medicine')],
    [idea_op('Дорога до Вербівки', 'infrastructure'), idea_op('Ремонт дороги', 'safety')],
    [idea_op(`${secret} без дороги`, 'tourism')],
    [idea_op('Автобус до Полтави вранці', 'infrastructure')],
  ];
  const people = ideas.map((ops, i) => ({ table: i + 1, settlement: villages[i], ops }));
  const page = await open_page(browser, 'board', new URL('/healthz', server.links.url).href);
  for (const person of people) await take_part(page, server.links.code, [person]);
  await page.context().close();
  const [[hidden]] = (await staff.until('idea', 5)).filter(([, { text }]) => text.includes(secret));
  await staff.do({ kind: 'hide_idea', idea: hidden, reason: 'off_topic' });
}

// A board whose server's clock is some minutes ahead.
async function board_of_later(minutes) {
  const page = await open_page(browser, 'board', 'about:blank');
  await page.routeWebSocket(/\/live$/, (socket) => {
    const to_server = socket.connectToServer();
    to_server.onMessage((text) => {
      const message = JSON.parse(text);
      if ('now' in message) message.now += minutes * 60_000;
      socket.send(JSON.stringify(message));
    });
  });
  await page.goto(server.links.board);
  return page;
}
