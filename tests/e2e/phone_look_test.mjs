// The phone's screens as people have them: three sizes, dark, larger type, English, text of twice
// the size; and as a screen reader tells them, against tests/e2e/golden.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findings, open_page } from './browser.mjs';
import { golden_tree } from './golden.mjs';
import { button, Hall, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { Router } from './router.mjs';
import { is_wider_than_the_screen, too_small } from './targets.mjs';

const hall = new Hall();
const sizes = { small: [360, 640], usual: [412, 915], tablet: [768, 1024] };
const ideas = [
  ['Лікар в амбулаторії щодня, а не двічі на тиждень', 'Медицина'],
  ['Освітлення на вулиці Садовій', 'Інфраструктура'],
];
// In the settings of their owners before the page is opened: one reads large, one English.
const kept = { large: ['viche.large_type', 'yes'], english: ['viche.language.phone', 'en'] };
const phones = {};

async function open_with(name) {
  const page = await open_page(hall.browser, 'phone', 'about:blank');
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), kept[name]);
  await page.goto(hall.server.links.phone);
  return page;
}

async function seen(moment) {
  const { phone } = hall;
  for (const [name, [width, height]] of Object.entries(sizes)) {
    await picture(phone, `look-${moment}-${name}`, { size: { width, height } });
  }
  await phone.emulateMedia({ colorScheme: 'dark' });
  await picture(phone, `look-${moment}-dark`);
  await phone.emulateMedia({ colorScheme: 'light' });
  for (const [name, page] of Object.entries({ phone, ...phones })) {
    if (name !== 'phone') await picture(page, `look-${moment}-${name}`);
    assert.deepEqual(await page.evaluate(too_small), [], `${moment}: ${name}`);
    assert.ok(!(await page.evaluate(is_wider_than_the_screen)), `${moment}: ${name} is too wide`);
  }
  assert.deepEqual(await findings(phones.large), [], `${moment}: large`);
  await phone.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await picture(phone, `look-${moment}-twice`);
  assert.ok(!(await phone.evaluate(is_wider_than_the_screen)), `${moment}: too wide at 200 %`);
  await phone.evaluate(() => (document.documentElement.style.fontSize = ''));
  await golden_tree(phone, `phone-${moment}`);
}

describe('the screens of the phone', () => {
  before(async () => {
    await hall.open();
    for (const name of Object.keys(kept)) phones[name] = await open_with(name);
  });
  after(() => hall.close());

  it('ask to join', async () => {
    await see(button(hall.phone, 'Зрозуміло, приєднатися'));
    await see(button(phones.english, 'I understand, join'));
    await seen('consent');
    await hall.join();
    await button(phones.large, 'Зрозуміло, приєднатися').click();
    await button(phones.english, 'I understand, join').click();
    await see(hall.board.getByText('Приєдналося: 3'));
  });

  it('wait for the beginning', async () => {
    await see(hall.phone.getByText('Ваш телефон готовий'));
    await seen('lobby');
  });

  it('take ideas, show them all, and keep one’s own', async () => {
    await hall.jump('Збір ідей');
    for (const [text, area] of ideas) {
      await hall.write(text, area);
      await see(hall.card(text));
    }
    await see(hall.phone.getByText('Надіслано. Дякуємо!'));
    await seen('write');
    await hall.tab('Усі').click();
    await phones.large.getByRole('navigation').getByRole('button', { name: 'Усі' }).click();
    await phones.english.getByRole('navigation').getByRole('button', { name: 'All' }).click();
    await see(phones.english.getByText(ideas[0][0]));
    await see(phones.large.getByText(ideas[0][0]));
    await seen('all');
    await hall.tab('Мої').click();
    await see(hall.phone.getByRole('heading', { name: 'Мої ідеї' }));
    await seen('mine');
  });

  it('let vote in a list, and with one idea on the screen', async () => {
    // The order of cards is each person's own; here the same in every run.
    const order = `viche.order.${hall.server.links.code}.0`;
    await hall.phone.evaluate((key) => localStorage.setItem(key, '1'), order);
    await hall.jump('Голосування');
    for (const page of [hall.phone, ...Object.values(phones)]) await see(page.getByRole('list'));
    await seen('vote');
    const { phone } = hall;
    await button(phone, 'По одній').focus();
    await phone.keyboard.press('Enter');
    await see(phone.getByText('Ідея 1 з 2'));
    await seen('vote-one');
    await phone.keyboard.press('Tab');
    await phone.keyboard.press('Enter');
    await see(phone.getByText('Залишилося 9 голосів'));
    await phone.keyboard.press('ArrowRight');
    await see(phone.getByText('Ідея 2 з 2'));
    await phone.reload();
    await see(phone.getByText('Ідея 2 з 2'));
    await hall.tab('Мої').click();
    await phone.getByRole('button', { name: /^Забрати голос \(ідея № \d\)$/ }).click();
    await see(phone.getByText('Ви ще не голосували.'));
  });

  it('never complained', () => {
    const pages = Object.values(phones);
    assert.deepEqual([...hall.complaints(), ...pages.flatMap((page) => page.complaints)], []);
  });

  it('open without network where the browser may keep the page', async () => {
    // Behind a router: the browser's own offline mode leaves an open live connection alone.
    const router = new Router(hall.server.links.url);
    await router.open();
    const page = await open_page(hall.browser, 'phone', router.way_to(hall.server.links.phone));
    // waitForFunction takes the promise of an answer for a yes.
    await page.evaluate(async () => {
      const is_kept = async () => navigator.serviceWorker.controller && (await caches.match('/'));
      while (!(await is_kept())) await new Promise((again) => setTimeout(again, 20));
    });
    const kept = await page.evaluate(async () => {
      const cache = await caches.open('viche-page');
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    });
    assert.ok(
      kept.every((path) => path === '/' || path.startsWith('/assets/')),
      `${kept}`,
    );
    await button(page, 'Зрозуміло, приєднатися').click();
    await see(page.getByRole('button', { name: /^Голосувати \(ідея № 1\)$/ }));
    await router.cut();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: /^Голосувати \(ідея № 1\)$/ }).click();
    await see(page.getByText('ще не збережено: 1'));
    await page.reload();
    await see(page.getByText('Немає мережі'));
    // The vote, and the joining too if the line was cut before its answer.
    await see(page.getByText(/чекає на мережу: [12]$/));
    await picture(page, 'look-offline');
    await router.answer(502); // as a proxy does whose server is away
    await page.context().setOffline(false);
    await page.reload();
    await see(page.getByText(/чекає на мережу: [12]$/));
    await router.cut();
    await router.open();
    await see(page.getByText('Ваш голос враховано'));
    await page.context().close();
    await router.cut();
  });

  it('are whole without crypto.subtle, service workers and storage', async () => {
    const page = await open_page(hall.browser, 'phone', 'about:blank');
    await page.addInitScript(() => {
      const nothing = { get: () => undefined };
      Object.defineProperty(Crypto.prototype, 'subtle', nothing);
      Object.defineProperty(Navigator.prototype, 'serviceWorker', nothing);
      const forbidden = {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(globalThis, name, forbidden);
      }
    });
    await page.goto(hall.server.links.phone);
    await button(page, 'Зрозуміло, приєднатися').click();
    await page.getByRole('button', { name: /^Голосувати \(ідея № 1\)$/ }).click();
    await see(page.getByText('Ваш голос враховано'));
    assert.deepEqual(page.complaints, []);
  });
});
