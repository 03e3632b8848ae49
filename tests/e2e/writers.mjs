// People who write on phones: a server whose session takes ideas, a facilitator without a desk, and
// the gestures of writing.
import assert from 'node:assert/strict';
import { open_browser, open_page } from './browser.mjs';
import { button, see } from './hall.mjs';
import { Router } from './router.mjs';
import { Staff } from './staff.mjs';
import { VicheServer } from './viche_server.mjs';

export const ideas_open = { kind: 'open_phase', phase: 'ideas', minutes: 30 };
export const agree = (page) => button(page, 'Зрозуміло, приєднатися').click();
export const tab = (page, name) => page.getByRole('navigation').getByRole('button', { name });
export const own = (page, text) => page.locator('.ideas li').filter({ hasText: text });

export async function write(page, text, area = 'Медицина') {
  await page.locator('#idea').fill(text);
  await page.getByRole('button', { name: area, exact: true }).click();
  await button(page, 'Надіслати ідею').click();
}

// What no first screen needs comes a second later; without it a phone can look for nobody.
export async function has_everything(page) {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /\/later-[^/]*\.js$/.test(name)),
  );
}

export class Writers {
  server = new VicheServer();
  browser = null;
  staff = null;
  #opened = [];
  #router = null;

  async open() {
    await this.server.start();
    this.browser = await open_browser();
    this.staff = await Staff.open(this.browser, this.server.links);
    await this.staff.do(ideas_open);
  }

  // With a router that phones may be behind; it goes when the writers go.
  async open_behind_router() {
    await this.open();
    this.#router = new Router(this.server.links.url);
    await this.#router.open();
    return this.#router;
  }

  async close() {
    await this.#router?.cut();
    await this.browser?.close();
    await this.server.remove();
  }

  async phone(url = this.server.links.phone) {
    const page = await open_page(this.browser, 'phone', url);
    this.#opened.push(page);
    return page;
  }

  async joined(url) {
    const page = await this.phone(url);
    await agree(page);
    await see(page.locator('#idea'));
    return page;
  }

  async count_of(text) {
    return (await this.staff.texts()).filter((there) => there === text).length;
  }

  async arrives(text) {
    await this.staff.until_idea(text);
    assert.equal(await this.count_of(text), 1, text);
  }

  complaints() {
    return this.#opened.flatMap((page) => page.complaints);
  }
}
