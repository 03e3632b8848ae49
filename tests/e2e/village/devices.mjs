// Gestures on the devices of the village: one idea written on a phone, typed by the operator, or
// sent by a simulated phone.
import { button, see } from '../hall.mjs';
import { tab } from '../writers.mjs';
import { real_tables, seats } from './hall.mjs';
import { alarm, ideas, operators_table } from './scenario.mjs';

const real_writes_each = 5; // of the ideas of their table

// Who hands an idea in: { operator }, { real } or { simulated }, by number; { begun } has it in the
// field of a real phone since the alarm.
const authors = new Map();
const of_table = new Map();
for (const { id, table, is_paper } of ideas) {
  const turn = of_table.get(table) ?? 0;
  of_table.set(table, turn + 1);
  const mates = seats.flatMap((seat, number) => (seat === table ? [number] : []));
  if (id === alarm.draft) authors.set(id, { begun: 0 });
  else if (is_paper) authors.set(id, { operator: true });
  else if (real_tables.includes(table) && turn % real_writes_each === 0)
    authors.set(id, { real: real_tables.indexOf(table) });
  else authors.set(id, { simulated: mates[turn % mates.length] });
}

export const author_of = (id) => authors.get(id);

export const idea_op = ({ text, areas }) => ({
  ...{ kind: 'submit_idea', text, areas, table: 0, channel: 'phone' },
});

// Into the field and onto the chips; it is not sent.
export async function type_idea(hall, page, { text, areas }) {
  await tab(page, 'Ідея').click();
  await page.locator('#idea').fill(text);
  for (const slug of areas) {
    await page.getByRole('button', { name: hall.area_names.get(slug), exact: true }).click();
  }
}

export async function write_idea(hall, page, one) {
  await type_idea(hall, page, one);
  await button(page, 'Надіслати ідею').click();
}

async function send_begun(page) {
  await tab(page, 'Ідея').click();
  await button(page, 'Надіслати ідею').click();
}

// Where the ideas of those without phones come from stays as it was for the next.
export async function begin_operator(hall) {
  const { operator } = hall;
  await see(operator.getByLabel('Ідея', { exact: true }));
  await operator.getByLabel('Стіл').selectOption({ label: `Стіл ${operators_table}` });
  await operator.getByLabel('На папері').check();
}

export async function type_for_others(hall, { text, areas }) {
  const { operator } = hall;
  const field = operator.getByLabel('Ідея', { exact: true });
  await field.fill(text);
  for (const slug of areas) {
    await operator.getByLabel(hall.area_names.get(slug), { exact: true }).check();
  }
  await field.press('Control+Enter');
}

// Resolves once the server has it.
export async function hand_in(hall, one) {
  const author = author_of(one.id);
  if (author.begun !== undefined) await send_begun(hall.people[author.begun]);
  else if (author.operator) await type_for_others(hall, one);
  else if (author.real !== undefined) await write_idea(hall, hall.people[author.real], one);
  else await hall.phones.do(author.simulated, idea_op(one));
  await hall.staff.until_idea(one.text);
}
