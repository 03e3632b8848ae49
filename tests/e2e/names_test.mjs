// Names where a session asks for them: signed on the phone with consent, seen by the desk alone,
// printed by switch, and taken back by whoever signed or by a facilitator.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Hall, button, gone, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { cut_off, is_wider_than_the_screen, too_small } from './targets.mjs';

const hall = new Hall();
const dialog = () => hall.desk.getByRole('dialog');
const box = () => hall.phone.getByRole('region', { name: 'Ваше ім’я' });
const name = 'Олександра Ґудзь-Коваленко';

async function fits(page, moment) {
  await looks_right(page, moment);
  assert.ok(!(await page.evaluate(is_wider_than_the_screen)), `${moment}: too wide`);
  assert.deepEqual(await page.evaluate(cut_off), [], moment);
  assert.deepEqual(await page.evaluate(too_small), [], moment);
}

async function report(query) {
  const { url, code, desk } = hall.server.links;
  const answer = await fetch(new URL(`/api/sessions/${code}/report.html?${query}`, url), {
    headers: { Authorization: `Bearer ${new URL(desk).hash.slice(1)}` },
  });
  return answer.text();
}

async function sign() {
  await button(box(), 'Підписати свої ідеї').click();
  await box().getByLabel('Ім’я та прізвище').fill(name);
  await box().getByRole('checkbox').check();
  await button(box(), 'Підписати').click();
  await see(box().getByText('Ваші ідеї підписано:'));
}

async function turn(is_on) {
  await button(hall.desk, 'Налаштування залу').click();
  await dialog().getByLabel('Дозволити підписувати ідеї').setChecked(is_on);
}

describe('names', () => {
  before(async () => {
    await hall.open();
    await hall.phone.setViewportSize({ width: 360, height: 740 });
    await hall.join();
    await hall.jump('Збір ідей');
    await hall.write('Лікар щодня, а не двічі на тиждень', 'Медицина');
    await see(hall.card('Лікар щодня, а не двічі на тиждень'));
  });
  after(() => hall.close());

  it('are asked of nobody while the session does not want them', async () => {
    await hall.tab('Мої').click();
    await see(hall.phone.locator('.ideas li'));
    assert.equal(await box().count(), 0);
  });

  it('may be given once a facilitator allows it', async () => {
    await button(hall.phone, 'Правила й дані').click();
    await see(hall.phone.getByText('Ми не збираємо ваших імені, телефону та адреси.'));
    await turn(true);
    await see(hall.desk.getByText('Ідеї тепер можна підписувати'));
    await see(hall.phone.getByText('Ім’я вказувати не обов’язково'));
    await fits(hall.phone, 'names-rules');
    await button(hall.phone, 'Закрити').click();
    await looks_right(hall.desk, 'names-setup');
    await button(dialog(), 'Закрити').click();
    await see(box().getByText('Зараз ваші ідеї без імені.'));
    await fits(hall.phone, 'names-none');
  });

  it('are not kept without a name and a consent', async () => {
    await button(box(), 'Підписати свої ідеї').click();
    await button(box(), 'Підписати').click();
    await see(box().getByText('Напишіть ім’я та прізвище.'));
    await box().getByLabel('Ім’я та прізвище').fill(name);
    await button(box(), 'Підписати').click();
    await see(box().getByText('Без вашої згоди ім’я не зберігаємо.'));
    assert.ok(await box().getByText('Криничненська громада').isVisible());
    await fits(hall.phone, 'names-form');
    await button(box(), 'Лишитися без імені').click();
    await see(box().getByText('Зараз ваші ідеї без імені.'));
  });

  it('are written with consent, and seen by facilitators only', async () => {
    await sign();
    await see(box().getByText(name));
    await fits(hall.phone, 'names-signed');
    await hall.phone.reload();
    await hall.tab('Мої').click();
    await see(box().getByText(name));
    await button(hall.desk, 'Налаштування залу').click();
    await button(dialog(), 'Показати підписи').click();
    await see(dialog().getByText(name));
    await see(dialog().getByText('№ 1'));
    await dialog().getByText(name).scrollIntoViewIfNeeded();
    await looks_right(hall.desk, 'names-desk');
    await button(dialog(), 'Закрити').click();
    for (const page of [hall.desk, hall.board]) {
      assert.ok(!(await page.locator('body').innerText()).includes('Ґудзь'));
    }
  });

  it('are in the report when it is asked for, beside the mode, which is always said', async () => {
    assert.ok(!(await report('edition=working')).includes(name));
    assert.ok((await report('edition=public&authors=yes')).includes(name));
    assert.ok((await report('edition=public')).includes('із зазначенням імені за бажанням'));
    await button(hall.desk, 'Звіт і файли').click();
    await hall.desk.getByLabel('З іменами тих, хто підписався').check();
    const link = hall.desk.locator('a[href*="report.html?edition=public"]');
    assert.ok((await link.getAttribute('href')).includes('authors=yes'));
    await picture(hall.desk, 'names-report');
    await button(dialog(), 'Закрити').click();
  });

  it('stay in sight while the server does not answer', async () => {
    await hall.phone.route(/\/name$/, (route) => route.abort());
    await button(box(), 'Змінити').click();
    await button(box(), 'Лишити як є').click();
    await see(box().getByText(name));
    await hall.phone.unroute(/\/name$/);
  });

  it('go for good when they are taken back', async () => {
    await button(box(), 'Вилучити ім’я').click();
    await see(box().getByText('Ім’я вилучено.'));
    await fits(hall.phone, 'names-taken-back');
    assert.ok(!(await report('authors=yes')).includes(name));
    await hall.server.stop();
    assert.ok(!readFileSync(hall.server.data).includes('Ґудзь'));
    await hall.server.start();
  });

  it('go when a facilitator erases them', async () => {
    await sign();
    await button(hall.desk, 'Налаштування залу').click();
    await button(dialog(), 'Показати підписи').click();
    await button(dialog(), `Вилучити ім’я: ${name}`).click();
    await see(dialog().getByText('назавжди?'));
    await picture(hall.desk, 'names-erase');
    await button(dialog(), 'Скасувати').click();
    const erase = button(dialog(), `Вилучити ім’я: ${name}`);
    await erase.and(hall.desk.locator(':focus')).waitFor(); // back where it was
    await erase.press('Enter');
    await button(dialog(), 'Вилучити ім’я').click();
    await see(dialog().getByText('Ніхто ще не підписався.'));
    await button(dialog(), 'Сховати підписи').click();
    await gone(dialog().getByText('Ніхто ще не підписався.'));
    await button(dialog(), 'Закрити').click();
    await hall.phone.reload();
    await hall.tab('Мої').click();
    await see(box().getByText('Зараз ваші ідеї без імені.'));
  });

  it('can be taken back though the session wants none any more', async () => {
    await sign();
    await turn(false);
    await button(dialog(), 'Закрити').click();
    await gone(button(box(), 'Змінити'));
    await button(box(), 'Вилучити ім’я').click();
    await gone(box());
    assert.ok(!(await report('authors=yes')).includes(name));
  });

  it('leave no complaint in any page', () => {
    assert.deepEqual(hall.complaints(), []);
  });
});
