// The router came back and gave the laptop another address: pages that are still open find the
// server there, or are told where it is, and take the person and what is unsent along.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { button, gone, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { Router } from './router.mjs';
import { Writers, agree, has_everything, own, tab, write } from './writers.mjs';

const hall = new Writers();
const go = (page) => page.getByRole('link', { name: 'Перейти туди' });
const host = (router) => new URL(router.way_to(hall.server.links.url)).host;
let old;
let fresh;

// A phone that joined at the old address, and knows of these others.
async function joined(addresses) {
  const page = await hall.phone('about:blank');
  const body = JSON.stringify({ addresses });
  await page.route('**/api/addresses', (route) => route.fulfill({ body }));
  const is_ready = page.waitForResponse(/\/ticket$/);
  await page.goto(old.way_to(hall.server.links.phone));
  await agree(page);
  await is_ready;
  await see(page.locator('#idea'));
  await has_everything(page);
  return page;
}

async function moved(page) {
  const [there] = await Promise.all([page.context().waitForEvent('page'), go(page).click()]);
  return there;
}

describe('a server that moved', () => {
  before(async () => {
    await hall.open();
    old = new Router(hall.server.links.url);
    fresh = new Router(hall.server.links.url, '127.0.0.2');
    await fresh.open();
    await fresh.cut(); // its address is known, and nobody is there yet
  });

  after(async () => {
    await fresh?.cut().catch(() => undefined);
    await old?.cut().catch(() => undefined);
    await hall.close();
  });

  it('is found where it may be, while its page goes on writing', async () => {
    await old.open();
    const page = await joined([`http://${host(fresh)}`]);
    await write(page, 'Ще на старій адресі');
    await hall.arrives('Ще на старій адресі');
    await old.cut();
    await write(page, 'Уже на новій адресі');
    await see(button(page, 'На екрані залу інша адреса?'));
    assert.equal(await go(page).count(), 0);
    await page.locator('#idea').focus();
    await fresh.open();
    await see(page.getByText(`Сервер знайдено за адресою ${host(fresh)}`));
    await page.keyboard.type('Чернетка');
    assert.equal(await page.locator('#idea').inputValue(), 'Чернетка');
    await looks_right(page, 'moves-found');
    const there = await moved(page);
    await hall.arrives('Уже на новій адресі');
    assert.equal(await there.locator('#idea').inputValue(), 'Чернетка');
    await tab(there, 'Мої').click();
    await see(own(there, 'Ще на старій адресі').getByText('№'));
    assert.equal(new URL(there.url()).hash, '');
    await old.open();
    await page.evaluate(() => dispatchEvent(new Event('online'))); // it need not wait its turn
    await see(page.getByText('На зв’язку', { exact: true }));
    await gone(go(page));
    assert.equal(await hall.count_of('Уже на новій адресі'), 1);
    await there.close();
    await old.cut();
    await fresh.cut();
  });

  it('is found where the screen says it is', async () => {
    await old.open();
    const page = await joined([]);
    await old.cut();
    await write(page, 'З адресою з екрана');
    await button(page, 'На екрані залу інша адреса?').click();
    const field = page.getByLabel('Адреса з екрана');
    await field.fill('482 913');
    await button(page, 'Знайти').click();
    await see(page.getByText('Введіть адресу так, як на екрані'));
    await looks_right(page, 'moves-typed');
    await field.fill(host(fresh));
    await button(page, 'Знайти').click();
    await see(page.getByText('За цією адресою сервер не відповідає.'));
    await see(page.getByRole('link', { name: 'Усе одно відкрити' }));
    await looks_right(page, 'moves-in-vain');
    await fresh.open();
    await field.fill(host(fresh).replace(/\./g, ',').replace(':', ' '));
    await button(page, 'Знайти').click();
    const there = await moved(page);
    await hall.arrives('З адресою з екрана');
    await there.close();
  });

  it('that forgot the ticket as well gets the texts from their author’s hands', async () => {
    await old.open();
    const page = await joined([`http://${host(fresh)}`]);
    await old.cut();
    await write(page, 'Пережила й новий запуск');
    await hall.server.kill();
    await hall.server.start();
    const there = await moved(page);
    await agree(there);
    assert.equal(await there.locator('#idea').inputValue(), 'Пережила й новий запуск');
    await picture(there, 'moves-draft');
    assert.equal(await hall.count_of('Пережила й новий запуск'), 0);
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});
