// Who one is on a phone: a recovery code where nothing can be kept, one phone for two people, the
// table of one's card.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { button, gone, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { Writers, agree, own, tab, write } from './writers.mjs';

const hall = new Writers();

describe('a person with a phone', () => {
  before(() => hall.open());
  after(() => hall.close());

  it('says so where nothing can be kept, and a recovery code brings the person back', async () => {
    const page = await hall.phone('about:blank');
    await page.addInitScript(forbid_everything);
    await page.goto(hall.server.links.phone);
    await agree(page);
    await see(page.getByText('Цей браузер вас не запам’ятає.'));
    const recovery = await page.locator('.code').first().textContent();
    assert.match(recovery, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await page.locator('#idea').fill('Без сховища');
    await see(page.getByText('Цей браузер нічого не зберігає.'));
    await looks_right(page, 'writing-forgetful');
    await button(page, 'Код записано').click();
    await write(page, 'Без сховища теж можна писати');
    await hall.arrives('Без сховища теж можна писати');

    const other = await hall.phone();
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

  it('is passed from hand to hand, and everybody finds their own', async () => {
    await hall.staff.do({ kind: 'share_phones', people: 2 });
    const page = await hall.joined();
    await write(page, 'Ідея першої людини');
    await hall.arrives('Ідея першої людини');
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
    await hall.arrives('Ідея другої людини');
    await page.reload();
    await see(page.getByText('Людина 2', { exact: true }));
    await tab(page, 'Мої').click();
    await see(own(page, 'Ідея другої людини'));
    assert.equal(await own(page, 'Ідея першої людини').count(), 0);
    await button(page, 'Передати телефон').click();
    await button(page, 'Людина 1').click();
    await see(page.locator('#idea'));
    assert.equal(await page.locator('#idea').inputValue(), 'Чернетка першої');
    await hall.staff.do({ kind: 'share_phones', people: 1 });
  });

  it('sits at the table of its card, asks for help there, and remembers large type', async () => {
    await hall.staff.configure({ tables: 8 });
    const page = await hall.phone(`${hall.server.links.phone}?table=3`);
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
    const [[, { asked }]] = await hall.staff.records('help');
    assert.deepEqual(
      asked.map(({ table }) => table),
      [3],
    );
    await hall.staff.do({ kind: 'end_help', table: 3 });
    await see(button(page, 'Потрібна допомога'));
    await button(page, 'English').click();
    await see(button(page, 'I need help'));
    await picture(page, 'writing-more-english');
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
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
