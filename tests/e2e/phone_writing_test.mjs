// Nobody loses a sentence they typed: writing on a phone while the network, the browser or the
// server fails.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PhoneThatRestarts } from './browser.mjs';
import { button, gone, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { Writers, agree, ideas_open, own, tab, write } from './writers.mjs';

const hall = new Writers();
let router;

describe('writing on a phone', () => {
  before(async () => {
    router = await hall.open_behind_router();
  });

  after(() => hall.close());

  it('keeps draft and queue over reload and restart, and sends once, in order', async () => {
    const device = await PhoneThatRestarts.open();
    try {
      let page = await device.start(router.way_to(hall.server.links.phone));
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
      await shell.goto(router.way_to(hall.server.links.phone));
      await see(shell.getByText('Збережено на телефоні, чекає на мережу: 2'));
      await see(shell.getByText('Друга: ліхтарі на Садовій'));
      await see(shell.getByText('Третя, ще не дописана'));
      await looks_right(shell, 'writing-shell');
      await shell.close();
      await page.goto(router.way_to(hall.server.links.phone));
      await hall.arrives('Друга: ліхтарі на Садовій');
      assert.equal(await page.locator('#idea').inputValue(), 'Третя, ще не дописана');
      const texts = await hall.staff.texts();
      assert.ok(texts.indexOf('Перша: лікар щодня') < texts.indexOf('Друга: ліхтарі на Садовій'));
      assert.equal(await hall.count_of('Перша: лікар щодня'), 1);
      assert.deepEqual(page.complaints, []);
    } finally {
      await device.remove();
    }
  });

  it('shows what missed its phase to the facilitators, and says what became of it', async () => {
    const page = await hall.joined(router.way_to(hall.server.links.phone));
    await router.cut();
    await write(page, 'Поручні біля пошти');
    await see(page.getByText('Немає зв’язку. Ідею збережено на телефоні'));
    await page.locator('#idea').fill('Лавка на зупинці, ще пишу');
    await hall.staff.do({ kind: 'open_phase', phase: 'sort', minutes: 0 });
    await router.open();
    await see(page.getByText('Ваша ідея не встигла до кінця збору.'));
    await picture(page, 'writing-late-notice');
    await button(page, 'Переглянути').click();
    await looks_right(page, 'writing-late');
    const back = page.locator('.unsent').filter({ hasText: 'Поручні біля пошти' });
    await back.getByRole('button', { name: 'Показати ведучим' }).click();
    await button(page, 'Культура').click();
    await button(page, 'Показати ведучим').click();
    const late = await hall.staff.until('late_idea', 2);
    await see(page.getByText('Показано ведучим. Вони вирішать, чи додати ідею.'));
    await picture(page, 'writing-late-waits');
    const id_of = (text) => late.find(([, idea]) => idea.text.startsWith(text))[0];
    await hall.staff.do({ kind: 'accept_late_idea', late: id_of('Поручні') });
    await hall.staff.do({ kind: 'decline_late_idea', late: id_of('Лавка') });
    await see(own(page, 'Поручні біля пошти').getByText('№'));
    await see(page.getByText('Ідею, яка не встигла, ведучі не додали.'));
    await looks_right(page, 'writing-late-fates');
    await hall.staff.do(ideas_open);
  });

  it('gives a text back that the server refused, with the reason', async () => {
    const page = await hall.joined(router.way_to(hall.server.links.phone));
    const [[, session]] = await hall.staff.records('session');
    const without = session.areas.filter(({ slug }) => slug !== 'tourism');
    await router.cut();
    await write(page, 'Оглядовий майданчик над ставом', 'Туризм');
    await hall.staff.configure({ areas: without });
    await router.open();
    await see(page.getByText('Ідею не прийнято: Такого напряму вже немає.'));
    assert.equal(await page.locator('#idea').inputValue(), 'Оглядовий майданчик над ставом');
    await picture(page, 'writing-came-back');
    await hall.staff.configure({ areas: session.areas });
  });

  it('has every idea once when the server is killed while ten phones send', async () => {
    const phones = await Promise.all(Array.from({ length: 10 }, () => hall.joined()));
    const before_all = (await hall.staff.texts()).length;
    const sending = phones.map(async (page, i) => {
      for (const n of [1, 2, 3]) await write(page, `Телефон ${i}, ідея ${n}`);
    });
    await hall.staff.until_ideas(before_all + 3);
    await hall.server.kill();
    const at_the_kill = (await hall.staff.texts()).length - before_all;
    assert.ok(at_the_kill < 30, 'all ideas were there before the server was killed');
    await Promise.all(sending);
    await hall.server.start();
    await hall.staff.until('idea', before_all + 30);
    const texts = await hall.staff.texts();
    assert.equal(new Set(texts).size, texts.length);
    for (const page of phones) {
      await see(page.getByText('На зв’язку', { exact: true }));
      await page.close();
    }
  });

  it('is one person in two tabs: one draft, one queue, everything once', async () => {
    const first = await hall.joined(router.way_to(hall.server.links.phone));
    await first.locator('#idea').fill('Ще не дописана');
    const second = await first.context().newPage();
    await second.goto(first.url());
    await see(second.locator('#idea'));
    assert.equal(await second.locator('#idea').inputValue(), 'Ще не дописана');
    await router.cut();
    await write(first, 'З двох вкладок одна ідея');
    await see(first.getByText('Немає зв’язку. Ідею збережено на телефоні'));
    await tab(second, 'Мої').click();
    await see(own(second, 'З двох вкладок').getByText('Чекає на мережу'));
    await first.close();
    await router.open();
    await hall.arrives('З двох вкладок одна ідея');
    await see(own(second, 'З двох вкладок').getByText('№'));
  });

  it('finds what somebody wrote already, and supports it with one tap', async () => {
    const author = await hall.joined();
    await write(author, 'Відремонтувати дах сільського клубу');
    await hall.arrives('Відремонтувати дах сільського клубу');
    const page = await hall.joined();
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
    const page = await hall.joined();
    const before_all = (await hall.staff.texts()).length;
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
    await hall.staff.until('idea', before_all + 40);
    await tab(page, 'Мої').click();
    await gone(page.getByText('Чекає на мережу'));
  });

  it('takes no harm from what is pasted, and says what is wrong with it', async () => {
    const page = await hall.joined();
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
    await hall.arrives(script);
    await page.locator('#idea').fill('Школа \u202Eдля всіх\u2066 дітей');
    await button(page, 'Медицина').click();
    await button(page, 'Надіслати ідею').click();
    await hall.arrives('Школа для всіх дітей');
    await page.locator('#idea').fill('Дзвоніть 067 000 00 00 після обіду');
    await see(page.getByText('Схоже, тут є персональні дані (номер телефону)'));
    await looks_right(page, 'writing-personal');
    await tab(page, 'Усі').click();
    await see(page.getByText(script));
    await picture(page, 'writing-script');
  });

  it('goes by the server’s clock, whatever the phone’s says', async () => {
    const page = await hall.phone('about:blank');
    await page.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 86_400_000;
    });
    await page.goto(hall.server.links.phone);
    await agree(page);
    await see(page.getByText(/^[12]?\d:\d\d$/));
    await write(page, 'Годинник на площі');
    await hall.arrives('Годинник на площі');
  });

  it('wakes from sleep into the session of now', async () => {
    const page = await hall.joined();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await hall.server.kill();
    await hall.server.start();
    await hall.staff.do({ kind: 'open_phase', phase: 'talk', minutes: 0 });
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await see(page.getByText('Поговоріть за столом'));
    await hall.staff.do(ideas_open);
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});
