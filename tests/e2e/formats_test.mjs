// One session in every format: each is exported by a real server, read back by somebody else's
// reader (read_back/read_report.py), and must say the same as the JSON.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { VicheServer } from './viche_server.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const the_109 = here('../data/serhiivka-109-illustrative.csv');
const folder = mkdtempSync(join(tmpdir(), 'viche-formats-'));

const all = ['proposals', 'ranking', 'areas', 'totals', 'indicators'];
// A format is one line here and one in read_report.py. What needs a program that may be missing is
// `optional`: then its door says so, and that is told.
const formats = [
  { name: 'csv', says: ['proposals'] },
  { name: 'excel.csv', says: ['proposals'] },
  { name: 'html', says: all },
  { name: 'xlsx', says: all },
];

// Texts that some format could take for its own language.
const hostile = [
  '=1+1+дорога',
  '+380 за воду',
  '-1 яма',
  '@SUM(A1)',
  'https://a.example/?x=1&y=2',
  '{{ report }} {% for x in y %} {# z #}',
  '<script>alert(1)</script> & "лапки"',
  '_x0041_ і &amp;',
  'один;два,три "чотири"',
  `дуже ${'щ'.repeat(590)}`,
  'Ярмарок 🥕🎪 👨‍👩‍👧‍👦',
  '12 лавок',
];

class Played {
  server = new VicheServer();
  #read = new Map();

  async play(scenario, participants) {
    await this.server.start();
    if (scenario === null) return;
    const { links, links_file } = this.server;
    const { code, out } = await this.server.run(
      ...['rehearse', '--quiet', '--url', links.url, '--desk-link-file', links_file],
      ...['--scenario', scenario, '--participants', participants, '--speed', '100000'],
    );
    assert.equal(code, 0, out);
  }

  // What a format says; null where this machine cannot make it.
  async read({ name, optional = false }) {
    if (!this.#read.has(name)) this.#read.set(name, await this.#export(name, optional));
    return this.#read.get(name);
  }

  async #export(name, is_optional) {
    const { url, code, desk } = this.server.links;
    const door = `/api/sessions/${code}/report.${name}?edition=public&language=uk`;
    const answer = await fetch(new URL(door, url), {
      headers: { Authorization: `Bearer ${new URL(desk).hash.slice(1)}` },
    });
    if (is_optional && answer.status === 503) return null;
    assert.equal(answer.status, 200, name);
    const file = join(folder, `${code}.${name}`);
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    const words = ['-B', here('read_back/read_report.py'), name, file];
    return JSON.parse(execFileSync('/usr/bin/python3', words, { maxBuffer: 64 * 1024 * 1024 }));
  }
}

function scenario_of(texts, votes) {
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const rows = texts.map((text, i) => `${i + 1},${i},1,social,${quoted(text)},${votes},`);
  const file = join(folder, `scenario-${texts.length}.csv`);
  writeFileSync(file, ['id,minute,table,tags,text,votes,note', ...rows, ''].join('\n'));
  return file;
}

const squeezed = (text) => text.replace(/\s+/g, '');

// The report shows first places where all are too many; what it shows must be right.
function check_ranking(got, expected) {
  assert.deepEqual(got, expected.slice(0, got.length));
  assert.ok(got.length >= Math.min(10, expected.length), `only ${got.length} places`);
}

async function check_same(played, format, t) {
  const json = await played.read({ name: 'json' });
  const got = await played.read(format);
  if (got === null) return t.skip('this machine cannot make it');
  for (const part of format.says) {
    assert.ok(got[part] !== undefined, `${format.name} says nothing of ${part}`);
    if (part === 'ranking') check_ranking(got[part], json[part]);
    else assert.deepEqual(got[part], json[part], `${format.name}: ${part}`);
  }
  for (const [number, { text }] of Object.entries(json.proposals)) {
    if (format.says.length > 0) break; // compared above, letter by letter
    assert.ok(squeezed(got.text).includes(squeezed(text)), `${format.name} has no №${number}`);
  }
  return undefined;
}

describe('every format of a report', () => {
  const whole = new Played();
  const strange = new Played();
  const one = new Played();
  const empty = new Played();

  before(async () => {
    await Promise.all([
      whole.play(the_109, 40),
      strange.play(scenario_of(hostile, 1), 12),
      one.play(scenario_of(['Лікар щодня'], 1), 1),
      empty.play(null),
    ]);
  });

  after(async () => {
    await Promise.all([whole, strange, one, empty].map(({ server }) => server.remove()));
    rmSync(folder, { recursive: true, force: true });
  });

  it('is compared with a JSON that has the figures of the scenario', async () => {
    const { proposals, totals, ranking, areas, indicators } = await whole.read({ name: 'json' });
    assert.equal(Object.keys(proposals).length, 95);
    assert.deepEqual([totals.submitted, totals.merged, totals.hidden], [109, 11, 3]);
    assert.deepEqual(ranking.slice(0, 3), [[1, 4, 19], [2, 3, 17], [3, 8, 16]]);
    assert.equal(Object.keys(areas).length, 12);
    assert.ok(indicators.length >= 10);
  });

  for (const format of formats) {
    it(`says in ${format.name} what the JSON says`, (t) => check_same(whole, format, t));

    it(`says in ${format.name} texts that look like its own language`, (t) =>
      check_same(strange, format, t));

    it(`says in ${format.name} what one voter said of one proposal`, (t) =>
      check_same(one, format, t));

    it(`has in ${format.name} nothing hidden, nothing cut out and no number to call`, async (t) => {
      const said = await whole.read(format);
      if (said === null) return t.skip('this machine cannot make it');
      for (const secret of secrets()) {
        assert.ok(!squeezed(said.text).includes(squeezed(secret)), `${format.name}: ${secret}`);
      }
      assert.doesNotMatch(said.text, phone_number);
      return undefined;
    });

    it(`says in ${format.name} that nothing was handed in`, async (t) => {
      const said = await empty.read(format);
      if (said === null) return t.skip('this machine cannot make it');
      assert.equal(Object.keys(said.proposals ?? {}).length, 0);
      if (format.name.endsWith('csv')) return undefined; // its rows are proposals only
      assert.match(said.text, /Пропозицій не\s+надходило/);
      return undefined;
    });
  }
});

// Ten digits as they are dialled; no part of a checksum or of a fraction.
const phone_number = /(?<![\da-f.])(?:\+?38)?0\d\d[ -]?\d{3}[ -]?\d\d[ -]?\d\d(?![\da-f])/;

// The whole of hidden texts, and of the redacted one what names a person.
function secrets() {
  const rows = readFileSync(the_109, 'utf8').split('\n');
  const hidden = [38, 70, 90].map((number) => {
    const row = rows.find((line) => line.startsWith(`${number},`));
    return /^\d+,\d+,\d+,[^,]*,("(?:[^"]|"")*"|[^,]*)/.exec(row)[1].replace(/^"|"$/g, '');
  });
  return [...hidden, 'Ганні', 'Петрівні', 'Садова', '067 000'];
}
