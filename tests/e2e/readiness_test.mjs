// Before people come: the desk's readiness check of a real laptop, a phone that answers, and a
// rehearsal started by one tap that leaves nothing behind.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { findings, open_browser, open_page } from './browser.mjs';
import { button, gone, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { cut_off, too_small } from './targets.mjs';
import { VicheServer } from './viche_server.mjs';

const server = new VicheServer();
const patient = { timeout: 90_000 };
let browser;
let desk;
let phone;

const dialog = () => desk.getByRole('dialog');
const line = (name) =>
  dialog()
    .getByRole('listitem')
    .filter({ has: desk.getByRole('heading', { name }) });
const laptop = { width: 1280, height: 800 };
const old_projector = { width: 1024, height: 768 };

// Processes that run `viche stage`, by what they were started with.
function stages() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => command_of(id).includes(`\0stage\0--folder\0${server.data}`))
    .map(Number);
}

// Empty once the process has ended, also before it was taken off the list.
function command_of(id) {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function until(holds) {
  const give_up_at = Date.now() + 15_000;
  while (!holds()) {
    assert.ok(Date.now() < give_up_at, 'waited for too long');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// One tap; resolves with the tab of the board that it opens.
async function rehearse() {
  const opened = desk.context().waitForEvent('page');
  await button(dialog(), 'Почати репетицію').click();
  const board = await opened;
  await see(dialog().getByText('Репетиція триває.'));
  return board;
}

describe('the desk before people come', () => {
  before(async () => {
    await server.start();
    browser = await open_browser();
    desk = await open_page(browser, 'desk', server.links.desk);
    await desk.setViewportSize(laptop);
  });

  after(async () => {
    await browser?.close();
    await server.remove();
  });

  it('offers the check while nobody has joined, and asks for nothing before', async () => {
    await see(desk.getByText('Ще ніхто не приєднався.'));
    await picture(desk, 'desk-ready-offer');
    assert.deepEqual(await findings(desk), []);
    await button(desk, 'Перевірити готовність').click();
    await see(dialog().getByRole('heading', { name: 'Готовність' }));
  });

  it('tells what this laptop is like', async () => {
    await see(line('Мережа').getByText('Телефони не знайдуть ноутбука')); // it listens on loopback
    await see(line('Цей пульт').getByText('Пульт відкрито на самому ноутбуці'));
    await see(line('Екран залу').getByText('Екран залу ще не відкрито.'));
    await see(line('Браузер').getByText('Вікно 1280 × 800, дані зберігаються.'));
    await see(line('Годинник').getByText(String(new Date().getFullYear())));
    await see(line('Диск').getByText(/Вільно \d|повільний|Вільно лише/));
    await see(line('Копії').getByText('Сервер не робить копій.'));
    await see(line('Живлення'));
    assert.ok(!existsSync(`${server.data}.probe`), 'the probe was left behind');
  });

  it('sees a phone that opens the page, and how fast it answers', async () => {
    await see(dialog().getByText('Поки що не видно жодного телефона.'));
    phone = await open_page(browser, 'phone', server.links.phone);
    await button(phone, 'Зрозуміло, приєднатися').click();
    await see(dialog().getByText(/Телефон відповів за \d+ мс\./));
  });

  it('looks right on a laptop and on an old projector’s screen', async () => {
    for (const [name, size] of Object.entries({ laptop, old_projector })) {
      await desk.setViewportSize(size);
      await picture(desk, `desk-ready-${name}`);
      assert.deepEqual(await findings(desk), [], name);
      assert.deepEqual(await desk.evaluate(too_small), [], name);
      assert.deepEqual(await desk.evaluate(cut_off), [], name);
    }
    await desk.setViewportSize(laptop);
  });

  it('checks again when asked to, also from the settings of the hall', async () => {
    await button(dialog(), 'Закрити').click();
    await gone(desk.getByText('Ще ніхто не приєднався.')); // somebody has
    await button(desk, 'Налаштування залу').click();
    await button(dialog(), 'Перевірити готовність').click();
    await desk.setViewportSize({ width: 1000, height: 800 });
    await button(dialog(), 'Перевірити ще раз').click();
    await see(line('Браузер').getByText('для пульта затісно'));
    await desk.setViewportSize(laptop);
  });

  it('starts a rehearsal in one tap, whose board says what it is and shows ideas', async () => {
    const board = await rehearse();
    assert.equal(stages().length, 1);
    await see(board.getByText('Репетиція', { exact: true }));
    await board.locator('.wall article').first().waitFor(patient);
    await picture(desk, 'desk-ready-playing');
    await picture(board, 'board-rehearsal');
    assert.deepEqual(await findings(desk), []);
    await board.close();
  });

  it('shows the rehearsal’s own desk, which starts no other', async () => {
    const opened = desk.context().waitForEvent('page');
    await dialog().getByRole('link', { name: 'Пульт репетиції' }).click();
    const stage_desk = await opened;
    await see(stage_desk.getByRole('heading', { name: 'Репетиція' }));
    await button(stage_desk, 'Налаштування залу').click();
    await button(stage_desk.getByRole('dialog'), 'Перевірити готовність').click();
    await see(stage_desk.getByText('Це і є репетиція'));
    await stage_desk.close();
  });

  it('leaves the real session as it was, and nothing behind when it is ended', async () => {
    const [id] = stages();
    await button(dialog(), 'Завершити репетицію').click();
    await see(button(dialog(), 'Почати репетицію'));
    assert.equal(command_of(id), '');
    assert.ok(!existsSync(`${server.data}.rehearsal`), 'its data was left behind');
    await button(dialog(), 'Закрити').click();
    await see(desk.getByText('Ідей ще немає.'));
    assert.deepEqual(phone.complaints, []);
  });

  it('ends with the server, even when that is killed', async () => {
    await button(desk, 'Налаштування залу').click();
    await button(dialog(), 'Перевірити готовність').click();
    await rehearse();
    const [id] = stages();
    assert.ok(id > 0);
    await server.kill();
    await until(() => command_of(id) === '');
    assert.ok(!existsSync(`${server.data}.rehearsal`), 'its data was left behind');
  });
});
