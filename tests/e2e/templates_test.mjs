// A council's own template: the shipped one, changed with python-docx as a clerk changes it in
// Word, is what reports are made of, on the command line and by a running server. A broken one is
// told with the placeholder and the place, and is mended without a restart.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Played, python, read_back } from './played.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
// docs/templates.md: a council begins with a copy of these.
const shipped = join(root, 'server/documents/templates');
const logo = join(root, 'web/public/icon-192.png');

const played = new Played();
const own = join(played.folder, 'own');

const change = (name, ...changes) =>
  python('change_template.py', join(shipped, name), join(own, name), JSON.stringify(changes));

async function made(format) {
  const { code, out, file } = await played.export(format, `report.${format}`, '--templates', own);
  assert.equal(code, 0, out);
  return read_back(format, file);
}

async function complaint(...more) {
  const words = ['docx', 'broken.docx', '--templates', own, ...more];
  const { code, out } = await played.export(...words);
  assert.equal(code, 2, out);
  return out.trimEnd();
}

const titles_of = ({ tables }) => tables.flatMap(([titles]) => titles);

describe("a council's own template", () => {
  before(async () => {
    mkdirSync(own);
    process.env.VICHE_TEMPLATES = own; // for the server
    await played.play(played.scenario_of(['Лікар щодня', 'Дорога до школи'], 1), 3);
  });

  beforeEach(() => {
    rmSync(own, { recursive: true });
    mkdirSync(own);
  });

  after(() => played.remove());

  const changes = [
    ['logo', logo],
    ['heading', '10. Застереження', '10. На що зважати'],
    ['column', 'Обґрунтування', 'Чому так'],
  ];

  for (const format of ['docx', 'odt']) {
    it(`gives the ${format} its heading and its title of a column, no other figures`, async () => {
      change('report.docx', ...changes);
      const said = await made(format);
      assert.ok(said.headings.includes('10. На що зважати'));
      assert.ok(!said.headings.includes('10. Застереження'));
      assert.ok(titles_of(said).includes('Чому так'));
      assert.ok(!titles_of(said).includes('Обґрунтування'));
      const json = await played.said('json');
      for (const part of ['proposals', 'ranking', 'areas', 'totals', 'indicators', 'head']) {
        assert.deepEqual(said[part], json[part], part);
      }
    });
  }

  it('gives the report its logo, to the byte', async () => {
    change('report.docx', ...changes);
    const { pictures } = await made('docx');
    assert.ok(pictures.includes(createHash('sha256').update(readFileSync(logo)).digest('hex')));
  });

  it('is in the PDF too: a bookmark, a title of a column, one more picture', async () => {
    const pictures_without = (await made('pdf')).images;
    change('report.docx', ...changes);
    const { headings, text, images } = await made('pdf');
    assert.ok(headings.includes('10. На що зважати'));
    assert.match(text, /Чому так/);
    assert.equal(images, pictures_without + 1);
  });

  it('may lose a column, and have its sections in another order', async () => {
    change('report.docx', ['without_column', 'Автор'], ['section_first', '9. Показники участі']);
    const said = await made('docx');
    assert.ok(!titles_of(said).includes('Автор'));
    assert.equal(said.headings[0], '9. Показники участі');
    const json = await played.said('json');
    for (const part of ['proposals', 'indicators']) assert.deepEqual(said[part], json[part]);
  });

  it('may have its placeholders in pieces, as Word leaves them', async () => {
    change('report.docx', ['in_pieces', '«{{ title }}»']);
    assert.match((await made('docx')).text, /^«Стратегія громади до 2034 року»$/m);
  });

  it('gives a card its heading of a column', async () => {
    change('project_card.docx', ['column', 'Зміст', 'Заповнює робоча група']);
    assert.match((await made('cards.docx')).text, /Заповнює робоча група/);
  });

  it('with an unknown placeholder is told what and where, in the language asked for', async () => {
    change('report.docx', ['paragraph', 'Рада: {{ comunity }}']);
    assert.equal(
      await complaint(),
      'viche: Шаблон report.docx: заповнювача «comunity» немає. Місце: абзац, ' +
        '«Рада: {{ comunity }}». Перелік заповнювачів — у docs/templates.uk.md.',
    );
    change('report.en.docx', ['cell', 'Justification', '{{ p.tyme }}']);
    const english = await complaint('--language', 'en');
    assert.match(english, /^viche: Template report\.en\.docx: there is no placeholder “tyme”\./);
    assert.match(english, /Place: table \d+, “\{\{ p\.tyme \}\}”\./);
  });

  it('with an unclosed tag is told the place', async () => {
    change('report.docx', ['paragraph', 'Рада: {{ authority']);
    assert.match(await complaint(), /помилка в позначці\. Місце: абзац, «Рада: \{\{ authority»/);
  });

  it('that is broken leaves the report that was there as it was', async () => {
    await made('docx');
    const file = join(played.folder, 'report.docx');
    const bytes = readFileSync(file);
    change('report.docx', ['paragraph', '{{ comunity }}']);
    const { code } = await played.export('docx', 'report.docx', '--templates', own);
    assert.equal(code, 2);
    assert.deepEqual(readFileSync(file), bytes);
  });

  it('that is no Word document is refused in words that say how to mend it', async () => {
    writeFileSync(join(own, 'report.docx'), 'PK, but not really');
    assert.match(await complaint(), /report\.docx не є документом Word .*Збережіть шаблон у Word/);
  });

  it('is told by a running server while it is broken, and mended without a restart', async () => {
    change('report.docx', ['paragraph', 'Рада: {{ comunity }}']);
    const refused = await played.ask('docx');
    assert.equal(refused.status, 409);
    const { problem, words } = await refused.json();
    assert.equal(problem, 'placeholder_unknown');
    assert.match(words, /«comunity».*абзац, «Рада: \{\{ comunity \}\}»/);
    change('report.docx', ...changes);
    const said = read_back('docx', await played.file('docx'));
    assert.ok(said.headings.includes('10. На що зважати'));
    copyFileSync(join(shipped, 'report.docx'), join(own, 'report.docx'));
    const again = read_back('docx', await played.file('docx'));
    assert.ok(again.headings.includes('10. Застереження'));
  });
});
