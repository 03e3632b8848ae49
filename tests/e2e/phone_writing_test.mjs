// Nobody loses a sentence they typed: writing on a phone while the network, the browser, the server
// or the person's own storage fails; and who one is on a phone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open_browser, open_page, PhoneThatRestarts } from './browser.mjs';
import { button, gone, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { Router } from './router.mjs';
import { Staff } from './staff.mjs';
import { VicheServer } from './viche_server.mjs';

const server = new VicheServer();
const opened = [];
let browser;
let staff;
let router;

const ideas_open = { kind: 'open_phase', phase: 'ideas', minutes: 30 };
const agree = (page) => button(page, 'Зрозуміло, приєднатися').click();
const tab = (page, name) => page.getByRole('navigation').getByRole('button', { name });
const own = (page, text) => page.locator('.ideas li').filter({ hasText: text });

async function phone(url = server.links.phone) {
  const page = await open_page(browser, 'phone', url);
  opened.push(page);
  return page;
}

async function joined(url) {
  const page = await phone(url);
  await agree(page);
  await see(page.locator('#idea'));
  return page;
}

async function write(page, text, area = 'Медицина') {
  await page.locator('#idea').fill(text);
  await page.getByRole('button', { name: area, exact: true }).click();
  await button(page, 'Надіслати ідею').click();
}

async function count_of(text) {
  return (await staff.texts()).filter((there) => there === text).length;
}

async function arrives(text) {
  await staff.until_idea(text);
  assert.equal(await count_of(text), 1, text);
}

describe('writing on a phone', () => {
  before(async () => {
    await server.start();
    browser = await open_browser();
    staff = await Staff.open(browser, server.links);
    router = new Router(server.links.url);
    await router.open();
    await staff.do(ideas_open);
  });

  after(async () => {
    await browser?.close();
    await router?.cut();
    await server.remove();
  });

  it('keeps draft and queue over reload and restart, and sends once, in order', async () => {
    const device = await PhoneThatRestarts.open();
    try {
      let page = await device.start(router.way_to(server.links.phone));
      await agree(page);
      await page.locator('#idea').fill('Перша: лікар щодня');
      await button(page, 'Медицина').click();
      await page.reload();
      assert.equal(await page.locator('#idea').inputValue(), 'Перша: лікар щодня');
      assert.equal(await button(page, 'Медицина').getAttribute('aria-pressed'), 'true');

      await router.cut();
      await button(page, 'Надіслати ідею').click();
      await see(page.getByText('Немає зв’язку. Ідею збережено на телефоні'));
      await see(page.getByText('Відновлюємо зв’язок…'));
      await picture(page, 'writing-offline');
      await write(page, 'Друга: ліхтарі на Садовій');
      await tab(page, 'Мої').click();
      await see(own(page, 'Друга').getByText('Чекає на мережу'));
      await picture(page, 'writing-queue');
      await tab(page, 'Ідея').click();
      await page.locator('#idea').fill('Третя, ще не дописана');
      await see(page.getByText('Усе, що ви написали, збережено на телефоні.'));
      await picture(page, 'writing-away');

      page = await device.restart();
      await router.open();
      const shell = await page.context().newPage(); // of which only the page itself could be had
      await shell.route('**/enter', (route) => route.abort());
      await shell.routeWebSocket(/live$/, (socket) => socket.close());
      await shell.goto(router.way_to(server.links.phone));
      await see(shell.getByText('Збережено на телефоні, чекає на мережу: 2'));
      await see(shell.getByText('Друга: ліхтарі на Садовій'));
      await see(shell.getByText('Третя, ще не дописана'));
      await looks_right(shell, 'writing-shell');
      await shell.close();
      await page.goto(router.way_to(server.links.phone));
      await arrives('Друга: ліхтарі на Садовій');
      assert.equal(await page.locator('#idea').inputValue(), 'Третя, ще не дописана');
      const texts = await staff.texts();
      assert.ok(texts.indexOf('Перша: лікар щодня') < texts.indexOf('Друга: ліхтарі на Садовій'));
      assert.equal(await count_of('Перша: лікар щодня'), 1);
      assert.deepEqual(page.complaints, []);
    } finally {
      await device.remove();
    }
  });

  it('shows what missed its phase to the facilitators, and says what became of it', async () => {
    const page = await joined(router.way_to(server.links.phone));
    await router.cut();
    await write(page, 'Поручні біля пошти');
    await see(page.getByText('Немає зв’язку. Ідею збережено на телефоні'));
    await page.locator('#idea').fill('Лавка на зупинці, ще пишу');
    await staff.do({ kind: 'open_phase', phase: 'sort', minutes: 0 });
    await router.open();
    await see(page.getByText('Ваша ідея не встигла до кінця збору.'));
    await picture(page, 'writing-late-notice');
    await button(page, 'Переглянути').click();
    await looks_right(page, 'writing-late');
    const back = page.locator('.unsent').filter({ hasText: 'Поручні біля пошти' });
    await back.getByRole('button', { name: 'Показати ведучим' }).click();
    await button(page, 'Культура').click();
    await button(page, 'Показати ведучим').click();
    const late = await staff.until('late_idea', 2);
    await see(page.getByText('Показано ведучим. Вони вирішать, чи додати ідею.'));
    await picture(page, 'writing-late-waits');
    const id_of = (text) => late.find(([, idea]) => idea.text.startsWith(text))[0];
    await staff.do({ kind: 'accept_late_idea', late: id_of('Поручні') });
    await staff.do({ kind: 'decline_late_idea', late: id_of('Лавка') });
    await see(own(page, 'Поручні біля пошти').getByText('№'));
    await see(page.getByText('Ідею, яка не встигла, ведучі не додали.'));
    await looks_right(page, 'writing-late-fates');
    await staff.do(ideas_open);
  });

  it('gives a text back that the server refused, with the reason', async () => {
    const page = await joined(router.way_to(server.links.phone));
    const [[, session]] = await staff.records('session');
    const { code: _code, people_per_phone: _people, ...settings } = session;
    const without = session.areas.filter(({ slug }) => slug !== 'tourism');
    await router.cut();
    await write(page, 'Оглядовий майданчик над ставом', 'Туризм');
    await staff.do({ kind: 'configure_session', ...settings, areas: without });
    await router.open();
    await see(page.getByText('Ідею не прийнято: Такого напряму вже немає.'));
    assert.equal(await page.locator('#idea').inputValue(), 'Оглядовий майданчик над ставом');
    await picture(page, 'writing-came-back');
    await staff.do({ kind: 'configure_session', ...settings });
  });

  it('has every idea once when the server is killed while ten phones send', async () => {
    const phones = await Promise.all(Array.from({ length: 10 }, () => joined()));
    const before_all = (await staff.texts()).length;
    const sending = phones.map(async (page, i) => {
      for (const n of [1, 2, 3]) await write(page, `Телефон ${i}, ідея ${n}`);
    });
    await staff.until('idea', before_all + 3).catch(() => undefined);
    await server.kill();
    await Promise.all(sending);
    await server.start();
    await staff.until('idea', before_all + 30);
    const texts = await staff.texts();
    assert.equal(new Set(texts).size, texts.length);
    for (const page of phones) {
      await see(page.getByText('На зв’язку', { exact: true }));
      await page.close();
    }
  });

  it('is one person in two tabs: one draft, one queue, everything once', async () => {
    const first = await joined(router.way_to(server.links.phone));
    const second = await first.context().newPage();
    await second.goto(first.url());
    await see(second.locator('#idea'));
    await router.cut();
    await write(first, 'З двох вкладок одна ідея');
    await see(first.getByText('Немає зв’язку. Ідею збережено на телефоні'));
    await tab(second, 'Мої').click();
    await see(own(second, 'З двох вкладок').getByText('Чекає на мережу'));
    await first.close();
    await router.open();
    await arrives('З двох вкладок одна ідея');
    await see(own(second, 'З двох вкладок').getByText('№'));
  });

  it('takes the person and the queue along to another address of the server', async () => {
    const other = new Router(server.links.url);
    await other.open();
    const origin = new URL(other.way_to(server.links.url)).origin.replace('127.0.0.1', 'localhost');
    const page = await phone('about:blank');
    const body = JSON.stringify({ addresses: [origin] });
    await page.route('**/api/addresses', (route) => route.fulfill({ body }));
    const is_ready = page.waitForResponse(/\/ticket$/);
    await page.goto(router.way_to(server.links.phone));
    await agree(page);
    await write(page, 'Ще на старій адресі');
    await arrives('Ще на старій адресі');
    await is_ready;
    await router.cut();
    await write(page, 'Уже на новій адресі');
    const [moved] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: origin.replace('http://', '') }).click(),
    ]);
    await arrives('Уже на новій адресі');
    await tab(moved, 'Мої').click();
    await see(own(moved, 'Ще на старій адресі').getByText('№'));
    assert.equal(new URL(moved.url()).hash, '');
    await router.open();
    await see(page.getByText('На зв’язку', { exact: true }));
    await see(page.getByText('Надіслано. Дякуємо!'));
    assert.equal(await count_of('Уже на новій адресі'), 1);
    await moved.close();
    await other.cut();
  });

  it('says so where nothing can be kept, and a recovery code brings the person back', async () => {
    const page = await open_page(browser, 'phone', 'about:blank');
    opened.push(page);
    await page.addInitScript(forbid_everything);
    await page.goto(server.links.phone);
    await agree(page);
    await see(page.getByText('Цей браузер вас не запам’ятає.'));
    const recovery = await page.locator('.code').first().textContent();
    assert.match(recovery, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await page.locator('#idea').fill('Без сховища');
    await see(page.getByText('Цей браузер нічого не зберігає.'));
    await looks_right(page, 'writing-forgetful');
    await button(page, 'Код записано').click();
    await write(page, 'Без сховища теж можна писати');
    await arrives('Без сховища теж можна писати');

    const other = await phone();
    await button(other, 'Маю код відновлення').click();
    await other.getByLabel('Код відновлення').fill('0000 0000 0000');
    await button(other, 'Повернутися').click();
    await see(other.getByText('Такого коду в цій сесії немає.'));
    await looks_right(other, 'writing-recover');
    await other.getByLabel('Код відновлення').fill(recovery.toLowerCase().replaceAll('-', ' '));
    await button(other, 'Повернутися').click();
    await see(other.locator('#idea'));
    await tab(other, 'Мої').click();
    await see(own(other, 'Без сховища теж можна писати').getByText('№'));
    await button(other, 'Показати код').click();
    await see(other.getByText(recovery));
    await picture(other, 'writing-mine-code');
  });

  it('finds what somebody wrote already, and supports it with one tap', async () => {
    const author = await joined();
    await write(author, 'Відремонтувати дах сільського клубу');
    await arrives('Відремонтувати дах сільського клубу');
    const page = await joined();
    await page.locator('#idea').fill('Ремонт даху у сільському клубі');
    await see(page.getByText('Схоже, хтось уже про це написав'));
    await looks_right(page, 'writing-similar');
    const alike = page.locator('.similar li').filter({ hasText: 'дах сільського клубу' });
    await alike.getByRole('button', { name: /Підтримати цю ідею/ }).click();
    await see(page.getByText('Свою ідею ви не надсилали.'));
    await picture(page, 'writing-supported');
    await button(page, 'Повернути мій текст').click();
    assert.equal(await page.locator('#idea').inputValue(), 'Ремонт даху у сільському клубі');
    await tab(page, 'Усі').click();
    const row = page.locator('.idea').filter({ hasText: 'Відремонтувати дах' });
    await see(row.getByText('Підтримок: 1'));
    await picture(page, 'writing-all-supports');
    await row.getByRole('button', { pressed: true }).click();
    await see(row.getByText('Підтримок: 0'));
  });

  it('delivers forty ideas sent in one second', async () => {
    const page = await joined();
    const before_all = (await staff.texts()).length;
    await page.evaluate(async () => {
      const field = document.querySelector('#idea');
      for (let i = 0; i < 40; i++) {
        field.value = `Швидка ідея ${i}`;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await Promise.resolve();
        document.querySelector('[data-area=youth]').click();
        await Promise.resolve();
        field.form.requestSubmit();
        await Promise.resolve();
      }
    });
    await staff.until('idea', before_all + 40);
    await tab(page, 'Мої').click();
    await gone(page.getByText('Чекає на мережу'));
  });

  it('takes no harm from what is pasted, and says what is wrong with it', async () => {
    const page = await joined();
    await page.locator('#idea').fill('ї'.repeat(100_000));
    await button(page, 'Медицина').click();
    await button(page, 'Надіслати ідею').click();
    await see(page.getByText('Текст задовгий. Скоротіть його, будь ласка.'));
    assert.equal((await page.locator('#idea').inputValue()).length, 100_000);
    await picture(page, 'writing-too-long');
    for (const nothing of ['😀👍', '\u200B\u2060\uFEFF', '   ']) {
      await page.locator('#idea').fill(nothing);
      await button(page, 'Надіслати ідею').click();
      await see(page.getByText('Напишіть хоча б одне слово.'));
    }
    const script = '<img src=x onerror="document.title=1"><b>Парк</b>';
    await page.locator('#idea').fill(script);
    await button(page, 'Надіслати ідею').click();
    await arrives(script);
    await page.locator('#idea').fill('Школа \u202Eдля всіх\u2066 дітей');
    await button(page, 'Медицина').click();
    await button(page, 'Надіслати ідею').click();
    await arrives('Школа для всіх дітей');
    await page.locator('#idea').fill('Дзвоніть 067 000 00 00 після обіду');
    await see(page.getByText('Схоже, тут є персональні дані (номер телефону)'));
    await looks_right(page, 'writing-personal');
    await tab(page, 'Усі').click();
    await see(page.getByText(script));
    await picture(page, 'writing-script');
  });

  it('goes by the server’s clock, whatever the phone’s says', async () => {
    const page = await open_page(browser, 'phone', 'about:blank');
    opened.push(page);
    await page.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 86_400_000;
    });
    await page.goto(server.links.phone);
    await agree(page);
    await see(page.getByText(/^[12]?\d:\d\d$/));
    await write(page, 'Годинник на площі');
    await arrives('Годинник на площі');
  });

  it('wakes from sleep into the session of now', async () => {
    const page = await joined();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await server.kill();
    await server.start();
    await staff.until('session', 1);
    await staff.do({ kind: 'open_phase', phase: 'talk', minutes: 0 });
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await see(page.getByText('Поговоріть за столом'));
    await staff.do(ideas_open);
  });

  it('is passed from hand to hand, and everybody finds their own', async () => {
    await staff.do({ kind: 'share_phones', people: 2 });
    const page = await joined();
    await write(page, 'Ідея першої людини');
    await arrives('Ідея першої людини');
    await page.locator('#idea').fill('Чернетка першої');
    await picture(page, 'writing-turn');
    await button(page, 'Передати телефон').click();
    await gone(page.getByText('Чернетка першої'));
    await looks_right(page, 'writing-pass-on');
    await button(page, 'Людина 2').click();
    await agree(page);
    await see(page.locator('#idea'));
    assert.equal(await page.locator('#idea').inputValue(), '');
    await write(page, 'Ідея другої людини');
    await arrives('Ідея другої людини');
    await page.reload();
    await see(page.getByText('Людина 2', { exact: true }));
    await tab(page, 'Мої').click();
    await see(own(page, 'Ідея другої людини'));
    assert.equal(await own(page, 'Ідея першої людини').count(), 0);
    await button(page, 'Передати телефон').click();
    await button(page, 'Людина 1').click();
    await see(page.locator('#idea'));
    assert.equal(await page.locator('#idea').inputValue(), 'Чернетка першої');
    await staff.do({ kind: 'share_phones', people: 1 });
  });

  it('sits at the table of its card, asks for help there, and remembers large type', async () => {
    const [[, session]] = await staff.records('session');
    const { code: _code, people_per_phone: _people, ...settings } = session;
    await staff.do({ kind: 'configure_session', ...settings, tables: 8 });
    const page = await phone(`${server.links.phone}?table=3`);
    assert.equal(await page.getByLabel('Ваш стіл').inputValue(), '3');
    await button(page, 'Збільшити текст').click();
    await looks_right(page, 'writing-join-large');
    await agree(page);
    await page.reload();
    await see(page.locator('#idea'));
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), '22px');
    await looks_right(page, 'writing-large');
    await button(page, 'Допомога й налаштування').click();
    await looks_right(page, 'writing-more');
    await button(page, 'Потрібна допомога').click();
    await see(page.getByText('Ви просили допомоги. До вас підійдуть.'));
    const [[, { asked }]] = await staff.records('help');
    assert.deepEqual(asked.map(({ table }) => table), [3]);
    await staff.do({ kind: 'end_help', table: 3 });
    await see(button(page, 'Потрібна допомога'));
    await button(page, 'English').click();
    await see(button(page, 'I need help'));
    await picture(page, 'writing-more-english');
  });

  it('never complained', () => {
    assert.deepEqual(
      opened.flatMap((page) => page.complaints),
      [],
    );
  });
});

// Before any script of the page: no storage, no cookies, and what plain http has not.
function forbid_everything() {
  const no = () => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  Object.defineProperty(globalThis, 'localStorage', { get: no });
  Object.defineProperty(globalThis, 'sessionStorage', { get: no });
  Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined });
  Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
}
