// Nobody loses a sentence they typed: texts that are not the idea being written. How one's own idea
// is mended, and what one wrote before one supported somebody else's instead.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { button, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { Writers, ideas_open, own, tab, write } from './writers.mjs';

const hall = new Writers();
let router;

// The idea's id, once the hall has it.
async function sent(page, text) {
  await write(page, text);
  await hall.arrives(text);
  return (await hall.staff.records('idea')).find(([, idea]) => idea.text === text)[0];
}

// Writes over the one idea that is on the screen under «Мої».
async function mend(page, text, into) {
  await tab(page, 'Мої').click();
  await own(page, text).getByRole('button', { name: 'Виправити' }).click();
  const field = page.locator('.ideas textarea');
  await field.fill(into);
  return field;
}

describe('a text on a phone', () => {
  before(async () => {
    router = await hall.open_behind_router();
  });
  after(() => hall.close());

  it('stays when an idea is being mended and an alarm, a tab or a reload comes', async () => {
    const page = await hall.joined();
    await sent(page, 'Лікар в амбулаторії');
    const field = await mend(page, 'Лікар в амбулаторії', 'Лікар в амбулаторії щодня');
    await hall.staff.do({ kind: 'pause', reason: 'air_raid' });
    await see(page.getByText('Пройдіть до укриття'));
    await hall.staff.do({ kind: 'resume' });
    await see(field);
    assert.equal(await field.inputValue(), 'Лікар в амбулаторії щодня');
    await tab(page, 'Усі').click();
    await tab(page, 'Мої').click();
    assert.equal(await field.inputValue(), 'Лікар в амбулаторії щодня');
    await page.reload();
    await tab(page, 'Мої').click();
    assert.equal(await field.inputValue(), 'Лікар в амбулаторії щодня');
    await button(page, 'Зберегти').click();
    await hall.arrives('Лікар в амбулаторії щодня');
    await page.reload();
    await tab(page, 'Мої').click();
    await see(own(page, 'Лікар в амбулаторії щодня').getByRole('button', { name: 'Виправити' }));
    await page.close();
  });

  it('is offered when the mended idea was worked on, or its phase is over', async () => {
    const page = await hall.joined();
    const id = await sent(page, 'Дитячий садок');
    await mend(page, 'Дитячий садок', 'Дитячий садок до вечора');
    await hall.staff.do({ kind: 'tag_idea', idea: id, areas: ['education'] });
    const left = page.locator('.unsent').filter({ hasText: 'Дитячий садок до вечора' });
    await see(left.getByText('Ведучі вже опрацювали цю ідею, змінити її не можна.'));
    await looks_right(page, 'texts-stranded');
    await tab(page, 'Усі').click();
    await see(tab(page, 'Мої').getByText('1'));
    await hall.staff.do({ kind: 'open_phase', phase: 'sort', minutes: 0 });
    await button(page, 'Переглянути').click();
    await left.getByRole('button', { name: 'Стерти' }).click();
    await see(left.getByText('Стерти цей текст? Повернути його буде не можна.'));
    await picture(page, 'texts-erase');
    await left.getByRole('button', { name: 'Залишити' }).click();
    await left.getByRole('button', { name: 'Показати ведучим' }).click();
    await see(page.getByText('Показано ведучим. Вони вирішать, чи додати ідею.'));
    assert.equal(await left.count(), 0);
    await hall.staff.do(ideas_open);
    await page.close();
  });

  it('stays while one supports somebody’s idea instead, and until that is certain', async () => {
    const author = await hall.joined();
    const id = await sent(author, 'Відремонтувати дах сільського клубу');
    const page = await hall.joined(router.way_to(hall.server.links.phone));
    await page.locator('#idea').fill('Ремонт даху у сільському клубі');
    const support = page.getByRole('button', { name: /Підтримати цю ідею/ });
    await see(support);
    await router.cut();
    await support.click();
    await see(page.getByText(/Підтримуємо ідею № \d+… Свою ідею ви не надсилали\./));
    await tab(page, 'Усі').click();
    await tab(page, 'Ідея').click();
    await see(button(page, 'Повернути мій текст'));
    await hall.staff.do({ kind: 'hide_idea', idea: id, reason: 'off_topic' });
    await router.open();
    await see(page.getByText('Ідею не підтримано: Ідею приховано.'));
    assert.equal(await page.locator('#idea').inputValue(), 'Ремонт даху у сільському клубі');
    await looks_right(page, 'texts-support-refused');

    await hall.staff.do({ kind: 'restore_idea', idea: id });
    await page.locator('#idea').fill('Ремонт даху в сільському клубі');
    await support.click();
    await see(page.getByText(/Ви підтримали ідею № \d+\. Свою ідею ви не надсилали\./));
    await page.reload();
    await see(page.getByText(/Ви підтримали ідею № \d+\./));
    await looks_right(page, 'texts-supported');
    await button(page, 'Повернути мій текст').click();
    assert.equal(await page.locator('#idea').inputValue(), 'Ремонт даху в сільському клубі');
  });

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});
