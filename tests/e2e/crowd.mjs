// Many residents at once, through the same doors as phones: they live in one page.
import { readFileSync } from 'node:fs';
import { lay_lines } from './lines.mjs';

// Ideas of the length people write, from the acceptance scenario, over and over.
function texts(count) {
  const file = new URL('../data/serhiivka-109-illustrative.csv', import.meta.url);
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const found = rows.map((row) => row.replace(/^\d+,\d+,\d+,[^,]*,/, '').split(',')[0]);
  return Array.from({ length: count }, (_, i) => `${found[i % found.length]} (${i + 1})`);
}

const areas = ['infrastructure', 'medicine', 'education', 'ecology', 'safety', 'social'];

export const idea_op = (text, area) => ({
  ...{ kind: 'submit_idea', text, areas: [area], table: 0, channel: 'phone' },
});

// Resolves when the server has taken every idea. A person writes 25: what a phone may send at once.
export async function write_ideas(page, code, count) {
  const each = 25;
  const ideas = texts(count).map((text, i) => idea_op(text, areas[(i % each) % areas.length]));
  const people = Array.from({ length: Math.ceil(count / each) }, (_, i) => ({
    ...{ table: 0, settlement: '', ops: ideas.slice(i * each, (i + 1) * each) },
  }));
  await take_part(page, code, people);
}

// People who sit down somewhere and do something, 20 at a time. Resolves when all is done.
export async function take_part(page, code, people) {
  await lay_lines(page);
  for (let at = 0; at < people.length; at += 20) {
    await page.evaluate(live_through, { code, people: people.slice(at, at + 20) });
  }
}

// Runs in the page.
async function live_through({ code, people }) {
  async function live({ table, settlement, ops }) {
    const pass = await globalThis.enter(code);
    const line = await new globalThis.Line(code, { page: 'phone', pass }).ready();
    const seat = { kind: 'join', table, settlement, channel: 'phone' };
    const answers = await Promise.all([seat, ...ops].map((op) => line.ask(op)));
    line.leave();
    const refused = answers.find(({ refusal }) => refusal !== null);
    if (refused !== undefined) throw new Error(refused.refusal);
  }

  await Promise.all(people.map(live));
}
