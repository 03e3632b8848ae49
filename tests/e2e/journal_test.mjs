// After the session: the results are published, and somebody checks the journal on their own phone,
// with the receipts of their ideas and votes. Also one that was tampered with on its way.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { button, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { cut_off, is_wider_than_the_screen, too_small } from './targets.mjs';
import { Writers, write } from './writers.mjs';

const hall = new Writers();
let page; // of somebody who took part
const texts = ['Лікар в амбулаторії щодня', 'Освітлення на вулиці Шкільній', 'Ремонт клубу'];

const open = (phase) => hall.staff.do({ kind: 'open_phase', phase, minutes: 0 });
const check = (on) => button(on, 'Перевірити протокол сесії').click();
const finding = (on, title) => on.locator('.finding', { hasText: title });

async function fits(on, name) {
  await looks_right(on, name);
  for (const size of ['', '200%']) {
    await on.evaluate((set) => (document.documentElement.style.fontSize = set), size);
    assert.ok(!(await on.evaluate(is_wider_than_the_screen)), `${name}: too wide at ${size}`);
    assert.deepEqual(await on.evaluate(cut_off), [], name);
  }
  await on.evaluate(() => (document.documentElement.style.fontSize = ''));
  assert.deepEqual(await on.evaluate(too_small), [], name);
}

// The receipts that the phone keeps of votes.
const kept = (on) =>
  on.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('viche.receipts.'));
    return key === undefined ? null : JSON.parse(localStorage[key]);
  });

describe('the journal of a session', () => {
  before(async () => {
    await hall.open();
    page = await hall.joined();
    for (const text of texts) {
      await write(page, text);
      await hall.arrives(text);
    }
    await open('vote');
    const votes = page.getByRole('button', { name: /^Голосувати/ });
    await votes.first().click();
    await votes.first().click();
    await see(page.getByText('Залишилося 8 голосів'));
  });
  after(() => hall.close());

  it('leaves receipts of votes on the phone while the vote lasts, and no texts', async () => {
    // Also if the person looks at something else at once.
    await page.getByRole('navigation').getByRole('button', { name: 'Мої' }).click();
    await page.waitForFunction(
      () =>
        Object.keys(localStorage).some(
          (name) =>
            name.startsWith('viche.receipts.') &&
            JSON.parse(localStorage[name]).standing.length === 2,
        ),
      undefined,
      { timeout: 20_000 },
    );
    const { receipts } = await kept(page);
    assert.deepEqual(
      receipts.map(({ kind }) => kind),
      ['cast_vote', 'cast_vote'],
    );
    await open('results');
    await hall.staff.do({ kind: 'reveal_place', place: 1 });
    await open('closed');
    await see(page.getByText('Дякуємо за участь'));
    assert.equal(await page.getByText('Результати оприлюднено.').count(), 0);
    const early = await page.request.get(
      new URL(`/r/${hall.server.links.code}/journal.jsonl`, page.url()).href,
    );
    assert.notEqual(early.status(), 200);
  });

  it('is checked on the phone of somebody who took part, with their own entries', async () => {
    await hall.staff.do({ kind: 'publish_results' });
    await see(page.getByText('Результати оприлюднено.'));
    await picture(page, 'journal-published');
    await check(page);
    await see(finding(page, 'Записи цілі'));
    await see(page.getByText('Ці самі слова цей телефон отримав у залі'));
    assert.equal(await finding(page, 'Контрольні слова').locator('li').count(), 6);
    await see(page.getByText('Після завершення додано 1 запис'));
    await see(page.getByText('У протоколі є: 3 ваші ідеї та 2 ваші голоси.'));
    await picture(page, 'journal-whole');
    await page.getByText('Показати мої записи').click();
    await see(page.locator('li', { hasText: '«Ремонт клубу»' }).getByText('є в протоколі'));
    await fits(page, 'journal-own');
  });

  it('that was changed on its way is reported as damaged', async () => {
    await page.route('**/journal.jsonl', async (route) => {
      const body = await (await route.fetch()).text();
      await route.fulfill({ body: body.replace('"kind":"cast_vote"', '"kind":"cast_votf"') });
    });
    await button(page, 'Перевірити ще раз').click();
    await see(finding(page, 'Протокол пошкоджено').getByText(/Рядок \d+ не відповідає/));
    await see(finding(page, 'Не всі ваші записи знайдено'));
    await fits(page, 'journal-broken');
    await page.unroute('**/journal.jsonl');
  });

  it('whose end was cut off skilfully does not hold the words of the hall', async () => {
    await page.route('**/journal.jsonl', async (route) => {
      const lines = (await (await route.fetch()).text()).trimEnd().split('\n').slice(0, -3);
      const header = JSON.parse(lines[0]);
      header.count = lines.length - 1;
      header.head = JSON.parse(lines.at(-1)).hash;
      await route.fulfill({ body: [JSON.stringify(header), ...lines.slice(1), ''].join('\n') });
    });
    await button(page, 'Перевірити ще раз').click();
    await see(finding(page, 'Записи цілі'));
    await see(finding(page, 'Контрольні слова інші'));
    await picture(page, 'journal-cut');
    await page.unroute('**/journal.jsonl');
  });

  it('is checked by a stranger too, who compares the words themselves', async () => {
    const stranger = await hall.phone();
    await check(stranger);
    await see(finding(stranger, 'Записи цілі'));
    await see(stranger.getByText('Порівняйте їх зі словами, які були на екрані залу'));
    await see(stranger.getByText('Ваших ідей і голосів у протоколі немає.'));
    await fits(stranger, 'journal-stranger');
    await stranger.close();
  });

  it('is checked from the published report too, without a pass', async () => {
    const reader = await hall.phone(new URL(`/r/${hall.server.links.code}`, page.url()).href);
    await reader.getByRole('link', { name: 'Перевірити журнал сесії у браузері' }).click();
    await see(finding(reader, 'Записи цілі').getByText(/Перевірено \d+ запис/));
    assert.equal(await finding(reader, 'Контрольні слова').locator('li').count(), 6);
    await see(finding(reader, 'Контрольна сума').getByText(/^[0-9a-f]{64}$/));
    await see(reader.getByText('Її назвав звіт, з якого ви прийшли'));
    await see(reader.getByText('Цю сторінку дав той самий сервер'));
    await fits(reader, 'journal-public');
    await reader.goto(reader.url().replace(/#.*/, `#${'5a'.repeat(32)}`));
    await reader.reload();
    await see(finding(reader, 'Контрольні слова інші'));
    await reader.getByRole('button', { name: 'English' }).click();
    await see(reader.getByRole('heading', { name: 'The proof words differ' }));
    assert.deepEqual(reader.complaints, []);
    await reader.close();
  });

  it('says honestly what is gone once the receipts were erased', async () => {
    await button(page, 'Стерти квитанції з телефона').click();
    assert.equal(await kept(page), 'erased');
    await button(page, 'Перевірити ще раз').click();
    await see(page.getByText('У протоколі є: 3 ваші ідеї.'));
    await see(page.getByText('Квитанцій про голоси на цьому телефоні немає.'));
    assert.equal(await kept(page), 'erased', 'they stay erased');
    assert.deepEqual(page.complaints, []);
  });
});
