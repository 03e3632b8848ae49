// What goes wrong in the village: the power, the server, the sky.
import assert from 'node:assert/strict';
import { setTimeout as pass } from 'node:timers/promises';
import { button, see } from '../hall.mjs';
import { author_of, idea_op, type_idea, write_idea } from './devices.mjs';
import { drops, shows } from './moments.mjs';
import { alarm, idea, killed, phones, power_cut } from './scenario.mjs';
import { minutes, seconds_ms } from './time.mjs';

const away = 'Відновлюємо зв’язок…';

// Router and projector are dark for a minute and a half, the laptop lives; six ideas are written
// meanwhile. Resolves to who was back how long after the light.
export async function cut_power(hall, { on_dark }) {
  const { router, staff, people, moderators, operator } = hall;
  await staff.until_connected(phones);
  const since = Date.now();
  await hall.board.goto('about:blank'); // the projector has no battery
  router.darken();
  const pages = [...people, ...moderators, operator];
  await Promise.all(pages.map((page) => shows(page, away)));
  await staff.until_connected(0);
  const held = (await staff.texts()).length;
  const sent = power_cut.ids.map((id) => write_in_the_dark(hall, id));
  await Promise.all(people.map((page) => shows(page, 'Немає зв’язку. Ідею збережено на телефоні')));
  await on_dark();
  assert.equal((await staff.texts()).length, held, 'an idea came through the dark');
  await pass(Math.max(0, since + seconds_ms(power_cut.lasts_s) - Date.now()));
  await router.open();
  const light = Date.now();
  const back = await all_back(hall, pages);
  await staff.until_connected(phones);
  await Promise.all(sent);
  return back.map(([who, at]) => [who, at - light]);
}

// Resolves to [who, when]: the simulated phones together, each real page by itself.
async function all_back(hall, pages) {
  const { board } = hall;
  const lit = board.goto(hall.board_address).then(() => shows(board, 'Ідей:'));
  const names = ['simulated phones', 'board', ...pages.map((page) => hall.name_of(page))];
  const moments = [hall.phones.until_all_are_up(), lit, ...pages.map((page) => drops(page, away))];
  return (await Promise.all(moments)).map((at, i) => [names[i], at]);
}

// Resolves once it was taken.
async function write_in_the_dark(hall, id) {
  const { real, simulated } = author_in_the_dark(id);
  const one = idea(id);
  if (real !== undefined) await write_idea(hall, hall.people[real], one);
  else await hall.phones.do(simulated, idea_op(one));
  await hall.staff.until_idea(one.text, seconds_ms(power_cut.lasts_s) + 30_000);
}

// Both real phones write in the dark.
function author_in_the_dark(id) {
  if (id === 37) return { real: 0 };
  if (id === 39) return { real: 1 };
  const { simulated } = author_of(id);
  return { simulated: simulated ?? 0 };
}

// The program dies among ideas and is started again. Resolves to how long it was away, and until
// all phones were back.
export async function kill_server(hall) {
  const { server, staff, phones: simulated } = hall;
  const acknowledged = await staff.records('idea');
  const ask = (id) => simulated.do(author_of(id).simulated ?? 0, idea_op(idea(id)));
  const [in_flight, while_away] = killed.ids;
  const sent = [ask(in_flight)];
  const since = Date.now();
  await server.kill();
  sent.push(ask(while_away));
  await server.start();
  const away_ms = Date.now() - since;
  await Promise.all(sent);
  await simulated.until_all_are_up();
  const back_ms = Date.now() - since;
  const now = new Map(await staff.records('idea'));
  for (const [seq, { text, number }] of acknowledged) {
    assert.equal(now.get(seq)?.text, text, `№ ${number} is lost`);
  }
  return { away_ms, back_ms };
}

const time_on = (page) => page.getByRole('timer').first().getAttribute('aria-label');

// The alarm: everybody stops, nobody loses what they were writing. Resolves to how long it took
// until phones and board said so.
export async function sound_alarm(hall, { on_pause }) {
  const draft = idea(alarm.draft);
  const [writer, reader] = hall.people;
  await type_idea(hall, writer, draft);
  const told = Promise.all([...hall.screens].map((page) => shows(page, 'Повітряна тривога')));
  const since = Date.now();
  await button(hall.desk, 'Повітряна тривога').click();
  const told_ms = Math.max(...(await told)) - since;
  await see(writer.getByText('Пройдіть до укриття. Ваші ідеї збережено.'));
  assert.equal(await button(writer, 'Надіслати ідею').count(), 0);
  const before = await Promise.all([time_on(writer), time_on(reader)]);
  const author = author_of(alarm.id).simulated;
  const sent = hall.phones.do(author, idea_op(idea(alarm.id)));
  await hall.phones.until_put_off(author);
  const held = (await hall.staff.texts()).length;
  await on_pause();
  await minutes(alarm.lasts);
  assert.deepEqual(await Promise.all([time_on(writer), time_on(reader)]), before);
  assert.equal((await hall.staff.texts()).length, held, 'an idea was taken in the pause');
  await button(hall.desk, 'Продовжити').click();
  await sent;
  assert.equal(await writer.locator('#idea').inputValue(), draft.text);
  return told_ms;
}
