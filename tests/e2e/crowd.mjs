// Many residents at once who write ideas, through the same doors as phones: they live in one page.
import { readFileSync } from 'node:fs';

// Ideas of the length people write, from the acceptance scenario, over and over.
function texts(count) {
  const file = new URL('../data/serhiivka-109-illustrative.csv', import.meta.url);
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const found = rows.map((row) => row.replace(/^\d+,\d+,\d+,[^,]*,/, '').split(',')[0]);
  return Array.from({ length: count }, (_, i) => `${found[i % found.length]} (${i + 1})`);
}

// Resolves when the server has taken every idea. A person writes 25: what a phone may send at once.
export async function write_ideas(page, code, count) {
  const each = 25;
  const all = texts(count);
  const people = Array.from({ length: Math.ceil(count / each) }, (_, i) =>
    all.slice(i * each, (i + 1) * each),
  );
  for (let at = 0; at < people.length; at += 20) {
    await page.evaluate(live_through, { code, people: people.slice(at, at + 20) });
  }
}

// Runs in the page.
async function live_through({ code, people }) {
  const door = `/api/sessions/${code}`;
  const areas = ['infrastructure', 'medicine', 'education', 'ecology', 'safety', 'social'];

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

  async function live(ideas) {
    const pass = await enter();
    const socket = new WebSocket(`ws://${location.host}${door}/live`, 'viche.v1');
    const say = (message) => socket.send(JSON.stringify(message));
    socket.onopen = () => say({ type: 'hello', protocol: 1, page: 'phone', pass });
    let open = ideas.length + 1;
    await new Promise((done, failed) => {
      socket.onclose = ({ code: why }) => failed(new Error(`closed: ${why}`));
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === 'refusal') failed(new Error(data));
        else if (message.type === 'ack' && --open === 0) done();
        else if (message.type === 'welcome') {
          const channel = 'phone';
          say({ type: 'op', id: id(), op: { kind: 'join', table: 0, settlement: '', channel } });
          ideas.forEach((text, i) => {
            const op = { text, areas: [areas[i % areas.length]], table: 0, channel };
            say({ type: 'op', id: id(), op: { kind: 'submit_idea', ...op } });
          });
        }
      };
    });
    socket.onclose = null;
    socket.close();
  }

  await Promise.all(people.map(live));
}
