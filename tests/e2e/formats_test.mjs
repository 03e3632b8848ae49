// One session in every format: each is exported by a real server, read back by somebody else's
// reader (read_back/read_report.py), and must say the same as the JSON.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Played, the_109 } from './played.mjs';

const figures = ['proposals', 'ranking', 'areas', 'totals', 'indicators', 'voting', 'head'];
// A format is one line here and one in read_report.py.
const formats = [
  { name: 'csv', says: ['proposals'] },
  { name: 'excel.csv', says: ['proposals'] },
  { name: 'html', says: figures },
  { name: 'xlsx', says: figures },
  { name: 'docx', says: figures },
  { name: 'odt', says: figures },
  { name: 'pdf', says: figures, has_cells: false },
];
// What stands in the package, each read as what it is.
const packed = [
  { name: 'session.json', says: figures },
  { name: 'report.html', says: figures },
  { name: 'proposals.csv', says: ['proposals'] },
  { name: 'tags.csv', says: ['areas'] },
  { name: 'votings.csv', says: ['support', 'voters'] },
  { name: 'passport.csv', says: ['head'] },
];
// What else may leave the hall.
const told = ['json', 'zip', 'cards.docx', 'cards.zip', 'notice.txt', 'news.txt'];
const documents = ['docx', 'odt', 'pdf', 'html'];

// What councils publish afterwards, word for word.
const official = [
  'Найменування органу, який проводив обговорення',
  'Питання або назва проєкту акта, винесеного на обговорення',
  'Інформація про осіб, що взяли участь в обговоренні',
  'Інформація про пропозиції, що надійшли за результатами обговорення',
  'Інформація про врахування пропозицій та зауважень громадськості',
  'Інформація про рішення, прийняті за результатами обговорення',
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

const squeezed = (text) => text.replace(/\s+/g, '');
const on_one_line = (text) => text.replace(/\s+/g, ' ');

// The report shows first places where all are too many; what it shows must be right.
function check_ranking(got, expected) {
  assert.deepEqual(got, expected.slice(0, got.length));
  assert.ok(got.length >= Math.min(10, expected.length), `only ${got.length} places`);
}

// A row of a PDF holds its cells one after another. A sign of another font may stand on a line of
// its own there, so letters are looked for in their order and signs anywhere.
function check_rows(got, expected) {
  const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const signs = (text) => text.match(/[^\p{L}\p{N}\s]/gu) ?? [];
  assert.deepEqual(Object.keys(got), Object.keys(expected));
  for (const [number, { text, total }] of Object.entries(expected)) {
    const { row } = got[number];
    assert.equal(got[number].total, total, `№${number}`);
    assert.ok(letters(row).includes(letters(text)), `№${number}: ${row}`);
    for (const sign of signs(text)) {
      assert.ok(row.includes(sign), `№${number} has no ${sign}: ${row}`);
    }
  }
}

function check_same(got, json, { name, says, has_cells = true }) {
  for (const part of says) {
    assert.ok(got[part] !== undefined, `${name} says nothing of ${part}`);
    if (part === 'ranking') check_ranking(got[part], json[part]);
    else if (part === 'proposals' && !has_cells) check_rows(got[part], json[part]);
    else assert.deepEqual(got[part], json[part], `${name}: ${part}`);
  }
}

// Ten digits as they are dialled; no part of a checksum or of a fraction.
const phone_number = /(?<![\da-f.])(?:\+?38)?0\d\d[ -]?\d{3}[ -]?\d\d[ -]?\d\d(?![\da-f])/;

const first_place = 'Зробити нарешті дорогу до Вербівки, яма на ямі';

// The whole of hidden texts, and of the redacted one what names a person.
function secrets() {
  const rows = readFileSync(the_109, 'utf8').split('\n');
  const hidden = [38, 70, 90].map((number) => {
    const row = rows.find((line) => line.startsWith(`${number},`));
    return /^\d+,\d+,\d+,[^,]*,("(?:[^"]|"")*"|[^,]*)/.exec(row)[1].replace(/^"|"$/g, '');
  });
  return [...hidden, 'Ганні', 'Петрівні', 'Садова', '067 000'];
}

// Links that let somebody in, and where on this computer the file was made.
function secrets_of(server) {
  const links = Object.values(server.links).map((link) => String(link).split('#')[1]);
  const ways_in = links.filter((secret) => secret !== undefined);
  assert.ok(ways_in.length > 0);
  return [...ways_in, `${tmpdir()}/`];
}

function check_nothing_hidden(text, name, server) {
  for (const secret of [...secrets(), ...secrets_of(server)]) {
    assert.ok(!squeezed(text).includes(squeezed(secret)), `${name}: ${secret}`);
  }
  assert.doesNotMatch(text, phone_number, name);
}

// The moment of an export is said in it, and is all in which two of one session may differ.
const without_moment = (text) =>
  text
    .replace(/"generated_at": "[^"]+"/, '')
    .replace(/Звіт сформовано [^<]+ за київським часом/, '');

describe('every format of a report', () => {
  const whole = new Played();
  const strange = new Played();
  const one = new Played();
  const empty = new Played();

  before(async () => {
    await Promise.all([
      whole.play(the_109, 40),
      strange.play(strange.scenario_of(hostile, 1), 12),
      one.play(one.scenario_of(['Лікар щодня'], 1), 1),
      empty.play(),
    ]);
  });

  after(() => Promise.all([whole, strange, one, empty].map((played) => played.remove())));

  it('is compared with a JSON that has the figures of the scenario', async () => {
    const { proposals, totals, ranking, areas, indicators, voting } = await whole.said('json');
    assert.equal(Object.keys(proposals).length, 95);
    assert.deepEqual([totals.submitted, totals.merged, totals.hidden], [109, 11, 3]);
    assert.deepEqual(ranking.slice(0, 3), [[1, 4, 19], [2, 3, 17], [3, 8, 16]]);
    assert.deepEqual(voting, { voters: 38, given: 345, counted: 345 });
    assert.equal(Object.keys(areas).length, 12);
    assert.ok(indicators.length >= 10);
  });

  for (const format of formats) {
    const { name } = format;
    it(`says in ${name} what the JSON says`, async () =>
      check_same(await whole.said(name), await whole.said('json'), format));

    it(`says in ${name} texts that look like its own language`, async () =>
      check_same(await strange.said(name), await strange.said('json'), format));

    it(`says in ${name} what one voter said of one proposal`, async () =>
      check_same(await one.said(name), await one.said('json'), format));

    it(`says in ${name} that nothing was handed in`, async () => {
      const said = await empty.said(name);
      assert.equal(Object.keys(said.proposals ?? {}).length, 0);
      if (name.endsWith('csv')) return; // its rows are proposals only
      assert.match(said.text, /Пропозицій не\s+надходило/);
    });
  }

  for (const name of [...formats.map((format) => format.name), ...told]) {
    it(`has in ${name} nothing hidden, nothing cut out and nobody's number`, async () => {
      const { text } = await whole.said(name);
      check_nothing_hidden(text, name, whole.server);
      if (name === 'notice.txt') return; // of the time before proposals
      assert.ok(squeezed(text).includes(squeezed(first_place)), `${name} cannot be searched`);
    });
  }

  for (const name of documents) {
    it(`has in ${name} the headings of a council's report, word for word`, async () => {
      const { headings, text } = await whole.said(name);
      const without_numbers = headings.map((heading) => heading.replace(/^\d+\. /, ''));
      for (const heading of official) {
        assert.ok(without_numbers.includes(heading), `${heading} is not in ${headings}`);
        assert.ok(on_one_line(text).includes(heading), heading);
      }
    });
  }

  it('says in every file of the package what the JSON says', async () => {
    for (const played of [whole, strange]) {
      const { inside } = await played.said('zip');
      for (const file of packed) {
        check_same(inside[file.name] ?? {}, await played.said('json'), file);
      }
    }
  });

  it('has nothing by voter in the package of a session of one voter', async () => {
    const { inside } = await one.said('zip');
    assert.equal(inside['votings.csv'], undefined);
    check_same(inside['proposals.csv'], await one.said('json'), packed[2]);
  });

  for (const name of ['cards.docx', 'cards.zip']) {
    it(`says in ${name} the places and votes of the chosen proposals`, async () => {
      for (const played of [whole, one]) {
        const json = await played.said('json');
        check_same(await played.said(name), json, { name, says: ['ranking'] });
      }
    });
  }

  for (const name of ['docx', 'cards.docx', 'cards.zip', 'xlsx']) {
    it(`makes ${name} as the standard of Office files has it, to which Word holds`, async () => {
      const { problems } = await whole.said(name);
      assert.deepEqual([...new Set(problems)], []);
    });
  }

  it('makes a DOCX that LibreOffice opens as it is', async () => {
    await whole.said('docx');
    const profile = pathToFileURL(join(whole.folder, 'profile')).href;
    const words = ['--convert-to', 'txt:Text (encoded):UTF8', '--outdir', whole.folder];
    execFileSync('soffice', [
      ...['--headless', `-env:UserInstallation=${profile}`, ...words],
      join(whole.folder, 'report.docx'),
    ]);
    const text = readFileSync(join(whole.folder, 'report.txt'), 'utf8');
    for (const heading of official) assert.ok(text.includes(`. ${heading}`), heading);
    const { proposals } = await whole.said('json');
    for (const [number, one] of Object.entries(proposals)) {
      assert.ok(squeezed(text).includes(squeezed(one.text)), `№${number}`);
    }
  });

  it('says in the DOCX when it was made, by a clock that everybody reads alike', async () => {
    const { made_at } = await whole.said('docx');
    const minutes = Math.abs(Date.now() - Date.parse(made_at)) / 60_000;
    assert.ok(minutes < 30, `${made_at} is ${minutes} minutes off`);
  });

  it('makes a PDF for archives and for screen readers', async () => {
    const { marks, headings } = await whole.said('pdf');
    assert.equal(marks.archive, '2B');
    assert.equal(marks.accessible, '1');
    assert.equal(marks.tagged, 'yes');
    assert.equal(marks.suspects, 'no');
    assert.equal(marks.language, 'uk-UA');
    assert.match(marks.title, /^ЗВІТ/);
    assert.deepEqual(marks.fonts_left_out, []);
    assert.equal(marks.javascript, 'no');
    assert.match(marks.attached, /^0 embedded files/);
    assert.equal(marks.headings, headings.length);
    assert.ok(marks.tables >= 10 && marks.header_cells >= 40, JSON.stringify(marks));
  });

  for (const name of ['docx', 'odt']) {
    it(`says in the ${name} what its two charts and its code show`, async () => {
      const { descriptions } = await whole.said(name);
      assert.equal(descriptions.length, 3);
      const [areas, ranking, code] = descriptions;
      assert.match(areas, /^Діаграма: оприлюднені пропозиції за основним напрямом\. \S.* — \d+/);
      assert.match(ranking, /^Діаграма: голоси за першочергові пропозиції\. №\u00a0\d+ — \d+/);
      assert.match(code, /\S/);
    });
  }

  it('says in the PDF what they show, and has the letters of charts as letters', async () => {
    const { marks, images } = await whole.said('pdf');
    assert.equal(marks.pictures, 3);
    assert.equal(marks.pictures_without_words, 0);
    assert.equal(images, 1); // the code
  });

  it('prints the head of a chain that the public journal holds', async () => {
    const { code, out, file } = await whole.export('journal.jsonl', 'journal.jsonl');
    assert.equal(code, 0, out);
    const journal = readFileSync(file, 'utf8');
    const [header, ...lines] = JSON.parse(`[${journal.trimEnd().replaceAll('\n', ',')}]`);
    assert.equal(lines.length, header.count);
    const { head } = await whole.said('json');
    assert.ok(lines.some(({ hash }) => hash === head));
    check_nothing_hidden(journal, 'journal.jsonl', whole.server);
  });

  for (const name of ['json', 'csv', 'excel.csv', 'html', 'journal.jsonl']) {
    it(`writes ${name} of the same session in the same bytes`, async () => {
      const texts = [];
      for (const nth of ['first', 'second']) {
        const { code, out, file } = await whole.export(name, `${nth}.${name}`);
        assert.equal(code, 0, out);
        texts.push(without_moment(readFileSync(file, 'utf8')));
      }
      assert.equal(texts[0], texts[1]);
    });
  }
});
