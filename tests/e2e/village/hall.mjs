// The hall of the village: the desk on the laptop; behind the router two moderators, the board, the
// operator's tablet, two phones of flesh and blood and 33 that are simulated.
import { open_browser, open_page } from '../browser.mjs';
import { Hall } from '../hall.mjs';
import { picture } from '../pictures.mjs';
import { Router } from '../router.mjs';
import { Staff } from '../staff.mjs';
import { Phones } from './phones.mjs';
import { idea, tables, villages } from './scenario.mjs';

// Who sits behind the real phones; everybody else with a phone is simulated.
export const real_tables = [1, 6];
const devices_a_table = 5;
const patience_ms = 60_000; // seventeen pages on two cores; what must be quick is measured apart

// The tables of the simulated phones, one for each.
export const seats = Array.from({ length: tables - 1 }, (_, at) => at + 1).flatMap((table) => {
  const simulated = devices_a_table - (real_tables.includes(table) ? 1 : 0);
  return Array.from({ length: simulated }, () => table);
});

export const village_of = (number) => villages[number % villages.length];

export class Village extends Hall {
  router;
  staff; // sees everything, does what no page has a control for
  moderators = [];
  operator;
  people = []; // the two real phones
  phones; // the simulated ones
  told_support = new Set(); // pages of residents, board and operator that were told of votes
  area_names = new Map(); // by slug
  board_address; // behind the router; its secret was traded long ago
  #known = new Map();

  async open() {
    await this.server.start();
    this.router = new Router(this.server.links.url);
    await this.router.open();
    this.browser = await open_browser();
    this.staff = await Staff.open(this.browser, this.server.links);
    const { links } = this.server;
    const desks = await Promise.all(
      ['Оксана', 'Петро'].map((name) => this.server.another_desk(name)),
    );
    // Few at a time: pages that all begin at once wait for each other.
    [this.desk, this.board, this.operator] = await Promise.all([
      open_page(this.browser, 'desk', links.desk),
      this.#page('board', links.board),
      this.#page('desk', links.operator),
    ]);
    this.moderators = await Promise.all(
      desks.map((url) => open_page(this.browser, 'desk', this.way_to(url))),
    );
    await this.staff.configure({ tables, settlements: villages, level: 1 });
    this.people = await Promise.all(
      real_tables.map((table) => this.#page('phone', `${links.phone}?table=${table}`)),
    );
    this.phones = await Phones.open(this.browser, this.way_to(links.url), links.code);
    for (const page of Object.values(this.pages)) page.setDefaultTimeout(patience_ms);
    [this.phone] = this.people;
    this.board_address = this.board.url();
    const [[, { areas }]] = await this.staff.records('session');
    this.area_names = new Map(areas.map(({ slug, name }) => [slug, name]));
  }

  // Of these pages none may be told of votes; what they are sent is looked into.
  async #page(kind, url) {
    const page = await open_page(this.browser, kind, 'about:blank');
    page.on('websocket', (line) =>
      line.on('framereceived', ({ payload }) => {
        if (String(payload).includes('"support":')) this.told_support.add(kind);
      }),
    );
    await page.goto(this.way_to(url));
    return page;
  }

  way_to(url) {
    return this.router.way_to(url);
  }

  async close() {
    await this.browser?.close();
    await this.router?.cut();
    await this.server.remove();
  }

  get pages() {
    const [first, second] = this.moderators;
    const [phone, other] = this.people;
    return {
      desk: this.desk,
      first,
      second,
      board: this.board,
      operator: this.operator,
      phone,
      other,
    };
  }

  name_of(page) {
    return Object.entries(this.pages).find(([, one]) => one === page)[0];
  }

  // Those the hall sees; the desks see hidden ideas too.
  get screens() {
    return [this.board, ...this.people];
  }

  async picture(...names) {
    for (const name of names) await picture(this.pages[name.split('-')[0]], `village-${name}`);
  }

  async total(field) {
    const [[, totals]] = await this.staff.records('totals');
    return totals[field];
  }

  // An idea of the file as the session knows it, from the first time it was asked for: { seq,
  // number }. Its «№» is the same, but for what was written in the dark.
  async known(id) {
    if (!this.#known.has(id)) {
      const all = await this.staff.records('idea');
      const [seq, { number }] = all.find(([, { text }]) => text === idea(id).text);
      this.#known.set(id, { seq, number });
    }
    return this.#known.get(id);
  }

  async number_of(id) {
    return (await this.known(id)).number;
  }

  async seq_of(id) {
    return (await this.known(id)).seq;
  }

  // As residents see them.
  async published() {
    const all = (await this.staff.records('idea')).map(([, one]) => one);
    return all.filter(({ hidden, merged_into }) => hidden === null && merged_into === 0);
  }
}
