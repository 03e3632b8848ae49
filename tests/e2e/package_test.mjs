// The open-data package and the JSON report of a played session, read by programs of other people:
// unzip, sha256sum, readers of CSVW (csvw.mjs) and JSON Schema (python3-jsonschema). And the way
// back: what is imported from the report is reported of in the same figures.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { read_tables } from './csvw.mjs';
import { VicheServer } from './viche_server.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const schema = join(root, 'docs/report.schema.json');
const scenario = join(root, 'tests/data/serhiivka-109-illustrative.csv');
const server = new VicheServer();
const at = (name) => join(dirname(server.data), name);

async function well(...words) {
  const { code, out } = await server.run(...words);
  assert.equal(code, 0, `viche ${words.join(' ')}: ${out}`);
  return out;
}

async function exported(format, name, ...more) {
  await well('export', '--data', server.data, '--format', format, '--out', at(name), ...more);
  return at(name);
}

// Debian's validator; its words if the report is not as the schema says.
function complaint_about(report) {
  const { status, stderr } = spawnSync(
    '/usr/bin/python3',
    ['-m', 'jsonschema', '-i', report, schema],
    { encoding: 'utf8' },
  );
  return status === 0 ? '' : stderr;
}

function unpacked(package_file, folder) {
  mkdirSync(folder);
  execFileSync('unzip', ['-q', package_file, '-d', folder]);
  return folder;
}

const read_json = (file) => JSON.parse(readFileSync(file, 'utf8'));

before(async () => {
  await server.start();
  await well(
    ...['rehearse', '--url', server.links.url, '--desk-link-file', server.links_file],
    ...['--scenario', scenario, '--speed', '100000'],
  );
});
after(() => server.remove());

const code = () => server.links.code;

test('the package is whole, and everything in it is as its metadata says', async () => {
  const folder = unpacked(await exported('zip', 'set.zip', '--session', code()), at('set'));
  execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder });
  const { tables, problems } = await read_tables(folder);
  assert.deepEqual(problems, []);

  const rows = Object.fromEntries(tables.map((table) => [table.url, table.rows]));
  const report = read_json(join(folder, 'session.json'));
  assert.equal(rows['proposals.csv'].length, report.totals.published + report.totals.merged);
  assert.equal(rows['tags.csv'].length, report.session.areas.length);
  assert.equal(rows['passport.csv'].length, 1);

  // Each vote that was counted stands in one row, by as many voters as voted.
  const votes = rows['votings.csv'];
  assert.equal(votes.length, report.voting.votes_counted);
  assert.equal(new Set(votes.map((row) => row.get('voterID').value)).size, report.voting.voters);
  for (const proposal of report.proposals) {
    const uid = `${report.session.code}-${proposal.number}`;
    const given = votes.filter((row) => row.get('proposalUid').value === uid);
    assert.equal(given.length, proposal.votes, uid);
  }
});

test('wrong values, keys and columns are found by the readers of the metadata', async () => {
  const folder = unpacked(await exported('zip', 'wrong.zip', '--session', code()), at('wrong'));
  const spoil = (name, from, to) => {
    const text = readFileSync(join(folder, name), 'utf8');
    assert.ok(text.includes(from), `${name} has no ${from}`);
    writeFileSync(join(folder, name), text.replace(from, to));
  };
  spoil('proposals.csv', ',phone,', ',telegram,');
  spoil('proposals.csv', 'sessionUid', 'session');
  spoil('votings.csv', `${code()}-4,`, `${code()}-999,`);
  spoil('passport.csv', ',published', ',everything');
  const words = (await read_tables(folder)).problems.join('\n');
  for (const found of ['telegram has no such form', 'sessionUid: is missing']) {
    assert.ok(words.includes(found), words.slice(0, 400));
  }
  assert.ok(words.includes(`proposalUid ${code()}-999 is not in proposals.csv`));
  assert.ok(words.includes('everything has no such form'));
});

test('the report of a played session is what its published schema says', async () => {
  for (const edition of ['public', 'working']) {
    const options = ['--session', code(), '--edition', edition];
    assert.equal(complaint_about(await exported('json', `${edition}.json`, ...options)), '');
  }
});

test('the golden reports are what the schema says, and a changed one is not', () => {
  for (const name of ['report.uk.json', 'report.en.json', 'report.hall.uk.json']) {
    assert.equal(complaint_about(join(root, 'tests/golden', name)), '');
  }
  const change = (spoil) => {
    const report = read_json(join(root, 'tests/golden/report.uk.json'));
    spoil(report);
    writeFileSync(at('changed.json'), JSON.stringify(report));
    return complaint_about(at('changed.json'));
  };
  assert.equal(change(() => {}), '');
  assert.match(change((r) => delete r.totals.submitted), /submitted/);
  assert.match(change((r) => (r.proposals[0].votes = -1)), /minimum/);
  assert.match(change((r) => (r.proposals[0].channel = 'telegram')), /telegram/);
  assert.match(change((r) => (r.chain_head = 'abc')), /abc/);
  assert.match(change((r) => (r.voter_ids = [])), /voter_ids/);
  assert.match(change((r) => (r.format = 'viche.report.v0')), /v0/);
});

test('what is imported from the report is reported of in the same figures', async () => {
  const first = read_json(await exported('json', 'first.json', '--session', code()));
  // Through the running server, and in a file that nobody serves.
  for (const [number, data] of [server.data, at('other.viche')].entries()) {
    const out = await well('import', at('first.json'), '--data', data, '--json');
    const made = JSON.parse(out).code;
    const file = at(`again-${number}.json`);
    await well(...['export', '--data', data, '--session', made, '--out', file]);
    assert.equal(complaint_about(file), '');
    const again = read_json(file);
    assert.deepEqual(again.imported, {
      code: first.session.code,
      chain_head: first.chain_head,
      generated_at: first.generated_at,
      viche_version: first.viche_version,
    });
    assert.equal(again.session.code, made);
    again.session.code = first.session.code;
    for (const name of ['imported', 'chain_head', 'generated_at', 'viche_version']) {
      again[name] = first[name];
    }
    assert.deepEqual(again, first);
    await well('verify', data);
  }
});

test('an imported package says that votes by voter are not known', async () => {
  const words = ['--data', at('other.viche'), '--format', 'zip', '--out', at('again.zip')];
  await well('export', ...words);
  const { tables, problems } = await read_tables(unpacked(at('again.zip'), at('again')));
  assert.deepEqual(problems, []);
  assert.ok(!tables.some(({ url }) => url === 'votings.csv'));
  const [passport] = tables.find(({ url }) => url === 'passport.csv').rows;
  assert.equal(passport.get('votings').value, 'unknown');
});
