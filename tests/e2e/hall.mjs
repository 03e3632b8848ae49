// A session as one sees it: a server with a phone, a desk and a board that are open, and the
// gestures of the people at them. For the tests of this folder.
import assert from 'node:assert/strict';
import { findings, open_browser, open_page } from './browser.mjs';
import { picture } from './pictures.mjs';
import { VicheServer } from './viche_server.mjs';

export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const see = (locator) => locator.first().waitFor({ state: 'visible' });
export const gone = (locator) => locator.first().waitFor({ state: 'hidden' });

// A picture of the page, and nothing that axe finds on it.
export async function looks_right(page, name, options) {
  await picture(page, name, options);
  assert.deepEqual(await findings(page), [], name);
}

export class Hall {
  server = new VicheServer();
  browser;
  phone;
  desk;
  board;

  async open() {
    await this.server.start();
    this.browser = await open_browser();
    [this.phone, this.desk, this.board] = await Promise.all(
      ['phone', 'desk', 'board'].map((kind) =>
        open_page(this.browser, kind, this.server.links[kind]),
      ),
    );
  }

  async close() {
    await this.browser?.close();
    await this.server.remove();
  }

  get pages() {
    return { phone: this.phone, desk: this.desk, board: this.board };
  }

  // Phone, desk and board at one moment.
  async all_look_right(moment) {
    for (const [kind, page] of Object.entries(this.pages)) {
      await looks_right(page, `${kind}-${moment}`);
    }
  }

  // What the pages looked like when something went wrong.
  async remember() {
    for (const [kind, page] of Object.entries(this.pages)) {
      if (page !== undefined) await picture(page, `last-${kind}`);
    }
  }

  complaints() {
    return Object.values(this.pages).flatMap((page) => page.complaints);
  }

  async join() {
    await button(this.phone, 'Зрозуміло, приєднатися').click();
    await see(this.board.getByText('Приєдналося: 1'));
  }

  // On the phone: writes one idea and waits until the server has it.
  async write(text, area) {
    await this.phone.locator('#idea').fill(text);
    await this.phone.getByRole('button', { name: area }).click();
    await button(this.phone, 'Надіслати ідею').click();
  }

  tab(name) {
    return this.phone.getByRole('navigation').getByRole('button', { name });
  }

  // On the desk: the big button leads through the programme.
  async begin(phase) {
    await button(this.desk, `Почати: ${phase}`).click();
    await see(this.desk.locator('.phases [aria-current="step"]', { hasText: phase }));
  }

  // On the desk: goes straight to a phase.
  async jump(phase) {
    const choice = this.desk.getByLabel('Етап', { exact: true });
    if (!(await choice.isVisible())) {
      await this.desk.getByText('Перейти до іншого етапу').click();
    }
    await choice.selectOption({ label: phase });
    await button(this.desk, 'Перейти').click();
    await see(this.desk.locator('.phases [aria-current="step"]', { hasText: phase }));
  }

  row(number) {
    return this.desk.getByRole('row').filter({ hasText: `№ ${number} ` });
  }

  // On the desk: puts the cursor on an idea and presses one of its actions.
  async act(number, name) {
    await this.row(number).locator('.text').click();
    await this.row(number).getByRole('button', { name }).click();
  }

  async shelf(name) {
    await this.desk.getByRole('button', { name: new RegExp(`^${name} `) }).click();
  }

  card(text) {
    return this.board.locator('article', { hasText: text });
  }
}
