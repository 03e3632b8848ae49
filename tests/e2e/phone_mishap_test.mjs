// What a phone makes of a full storage in the middle of a sentence, and of a server whose log is
// not the one it was: nothing typed is lost, everything is delivered once.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gone, looks_right, see } from './hall.mjs';
import { picture } from './pictures.mjs';
import { Writers, own, tab, write } from './writers.mjs';

const hall = new Writers();
let router;

describe('a phone that has bad luck', () => {
  before(async () => {
    router = await hall.open_behind_router();
  });

  after(() => hall.close());

  it('loses nothing while its storage is full, and says that the page must stay', async () => {
    const page = await hall.joined(router.way_to(hall.server.links.phone));
    const field = page.locator('#idea');
    const warning = page.getByText(/^Цей браузер нічого не зберігає/);
    await field.pressSequentially('Лавки ');
    assert.equal(await warning.count(), 0);
    await page.evaluate(fill_storage);
    await field.pressSequentially('біля ставу');
    await see(warning);
    await looks_right(page, 'writing-full-storage');

    await router.cut();
    await write(page, 'Лавки біля ставу');
    await see(page.getByText('Немає зв’язку. Не закривайте сторінку'));
    await write(page, 'Ліхтарі на греблі');
    await field.fill('Третя, ще не дописана');
    await picture(page, 'writing-full-offline');
    await tab(page, 'Мої').click();
    await see(own(page, 'Лавки біля ставу').getByText('Чекає на мережу'));
    await see(own(page, 'Ліхтарі на греблі').getByText('Чекає на мережу'));
    await tab(page, 'Ідея').click();
    assert.equal(await field.inputValue(), 'Третя, ще не дописана');

    await router.open();
    await hall.arrives('Лавки біля ставу');
    await hall.arrives('Ліхтарі на греблі');
    assert.equal(await field.inputValue(), 'Третя, ще не дописана');
    await page.evaluate(make_room);
    await field.press('End');
    await field.pressSequentially('!');
    await gone(warning);
    await page.reload();
    assert.equal(await field.inputValue(), 'Третя, ще не дописана!');
    await page.close();
  });

  for (const [what, epoch] of [
    ['an older copy of the log', null],
    ['another log', 'e'.repeat(16)],
  ]) {
    it(`repairs itself when the server comes back with ${what}`, async () => {
      const name = (text) => `${text} (${what})`;
      router.epoch = epoch;
      const page = await hall.joined(router.way_to(hall.server.links.phone));
      await write(page, name('Є і в копії'));
      await hall.arrives(name('Є і в копії'));
      await hall.server.stop();
      hall.server.back_up();
      await hall.server.start();
      await see(page.getByText('На зв’язку', { exact: true }));
      await write(page, name('Пізніша за копію'));
      await hall.arrives(name('Пізніша за копію'));
      await tab(page, 'Усі').click();
      await see(page.getByText(name('Пізніша за копію')));
      await tab(page, 'Ідея').click();

      await router.cut();
      await write(page, name('Ще не надіслана'));
      await hall.server.stop();
      hall.server.restore();
      router.epoch = null;
      await hall.server.start();
      await router.open();
      await hall.arrives(name('Ще не надіслана'));
      await tab(page, 'Усі').click();
      await gone(page.getByText(name('Пізніша за копію')));
      assert.equal(await page.getByText(name('Є і в копії')).count(), 1);
      assert.equal(await page.getByText(name('Ще не надіслана')).count(), 1);
      await tab(page, 'Мої').click();
      await see(own(page, name('Ще не надіслана')).getByText('№'));
      assert.equal(await own(page, name('Пізніша за копію')).count(), 0);
      await page.close();
    });
  }

  it('never complained', () => assert.deepEqual(hall.complaints(), []));
});

// In the page: until not a letter more can be kept.
function fill_storage() {
  let more = 1 << 22;
  for (let i = 0; more >= 1; i++) {
    try {
      localStorage.setItem(`filler${i}`, 'x'.repeat(more));
    } catch {
      more >>= 1;
    }
  }
}

// In the page.
function make_room() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('filler')) localStorage.removeItem(key);
  }
}
