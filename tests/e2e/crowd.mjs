// Many residents at once, through the same doors as phones: they live in one page.
import { readFileSync } from 'node:fs';

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
  for (let at = 0; at < people.length; at += 20) {
    await page.evaluate(live_through, { code, people: people.slice(at, at + 20) });
  }
}

// Runs in the page.
async function live_through({ code, people }) {
  const door = `/api/sessions/${code}`;

  async function enter() {
    const answer = await fetch(`${door}/enter`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ in_memory: true }),
    });
    return (await answer.json()).pass;
  }

  function id() {
    const letters = 'abcdefghijklmnopqrstuvwxyz234567';
    const bytes = crypto.getRandomValues(new Uint8Array(22));
    return Array.from(bytes, (byte) => letters[byte % 32]).join('');
  }

  async function live({ table, settlement, ops }) {
    const pass = await enter();
    const socket = new WebSocket(`ws://${location.host}${door}/live`, 'viche.v1');
    const say = (message) => socket.send(JSON.stringify(message));
    socket.onopen = () => say({ type: 'hello', protocol: 1, page: 'phone', pass });
    let open = ops.length + 1;
    await new Promise((done, failed) => {
      socket.onclose = ({ code: why }) => failed(new Error(`closed: ${why}`));
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === 'refusal') failed(new Error(data));
        else if (message.type === 'ack' && --open === 0) done();
        else if (message.type === 'welcome') {
          const seat = { kind: 'join', table, settlement, channel: 'phone' };
          for (const op of [seat, ...ops]) say({ type: 'op', id: id(), op });
        }
      };
    });
    socket.onclose = null;
    socket.close();
  }

  await Promise.all(people.map(live));
}
