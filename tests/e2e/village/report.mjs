// What leaves the hall: the public report in every format there is today. Looked at are JSON, both
// kinds of CSV and HTML; Word, PDF and the schema of the data set come later.
import assert from 'node:assert/strict';
import * as scenario from './scenario.mjs';
import { seconds_ms } from './time.mjs';

export const formats = ['json', 'csv', 'excel.csv', 'html'];

// By format, as the desk gets them.
export async function download(hall, query) {
  const { url, code } = hall.server.links;
  const files = {};
  for (const format of formats) {
    const at = `${url}/api/sessions/${code}/report.${format}?${query}`;
    const answer = await hall.desk.context().request.get(at, { timeout: 60_000 });
    assert.equal(answer.status(), 200, format);
    files[format] = await answer.text();
  }
  return files;
}

// Nobody else gets it: neither a phone nor a stranger.
export async function is_kept_back(hall) {
  const { url, code } = hall.server.links;
  for (const page of hall.people) {
    const answer = await page.context().request.get(`${url}/api/sessions/${code}/report.json`);
    assert.notEqual(answer.status(), 200);
  }
}

// What must be nowhere: what was hidden, and what was cut out.
export function has_nothing_private(files) {
  const secrets = [
    ...scenario.redacted.secrets,
    '067',
    ...scenario.hidden.map(({ id }) => scenario.idea(id).text),
    '@example_zarobitok',
  ];
  for (const [format, text] of Object.entries(files)) {
    for (const secret of secrets) assert.ok(!text.includes(secret), `«${secret}» in ${format}`);
  }
}

// While people vote, what leaves the hall has nothing of how they did.
export function tells_no_votes({ json, csv }) {
  const { voting, proposals } = JSON.parse(json);
  assert.equal(voting, null);
  assert.ok(proposals.every(({ votes }) => votes === null));
  assert.ok(scenario.table_of(csv).every(({ count }) => count === ''));
}

export function has_right_figures({ json }) {
  const { totals, proposals, voting, areas } = JSON.parse(json);
  const { submitted, published, merged, hidden, redacted } = totals;
  assert.deepEqual(
    { submitted, published, merged, hidden, redacted },
    { submitted: 109, published: 95, merged: 11, hidden: 3, redacted: 1 },
  );
  assert.equal(proposals.length, scenario.published);
  assert.equal(voting.voters, scenario.votes.voters);
  assert.equal(voting.votes_given, scenario.votes.total);
  assert.equal(voting.votes_counted, scenario.votes.total);
  const first = voting.ranking.filter(({ place }) => place <= 10);
  assert.deepEqual(
    first.map(({ place, number, votes }) => [place, number, votes]),
    scenario.first_ten,
  );
  assert.deepEqual(
    first.filter(({ tie }) => tie).map(({ number }) => number),
    [13, 33, 10, 77],
  );
  const by_area = areas.map((one) => [one.slug, [one.proposals, one.votes]]);
  assert.deepEqual(Object.fromEntries(by_area), scenario.by_area);
}

// The pause stands in it with its reason and how long it was.
export function tells_the_pause({ json, html }) {
  const { pauses, phases } = JSON.parse(json);
  assert.equal(pauses.length, 1);
  const [{ reason, phase, since, until }] = pauses;
  assert.deepEqual([reason, phase], ['air_raid', 'ideas']);
  const lasted = Date.parse(until) - Date.parse(since);
  assert.ok(lasted >= seconds_ms(scenario.alarm.lasts * 60), `${lasted} ms`);
  assert.equal(phases.find((one) => one.phase === 'ideas').paused_ms, lasted);
  assert.match(html, /Повітряна тривога/i);
}

// «№» → votes, of what each format publishes.
const votes_in = {
  json: (text) => JSON.parse(text).proposals.map(({ number, votes }) => [number, votes]),
  csv: (text) =>
    scenario
      .table_of(text)
      .filter(({ status }) => status === 'published')
      .map(({ uid, count }) => [Number(uid.split('-')[1]), Number(count)]),
};

export async function has_the_same_numbers(hall, files) {
  const expected = Object.fromEntries(votes_in.json(files.json));
  assert.deepEqual(Object.fromEntries(votes_in.csv(files.csv)), expected);
  assert.deepEqual(Object.fromEntries(await votes_in_page(hall, files.html)), expected);
  assert.deepEqual(Object.fromEntries(votes_in_excel(files['excel.csv'])), expected);
  const sum = Object.values(expected).reduce((all, votes) => all + votes, 0);
  assert.equal(sum, scenario.votes.total);
  const rows = scenario.table_of(files.csv);
  assert.equal(rows.length, scenario.published + scenario.merges.length);
}

function votes_in_excel(text) {
  const rows = scenario.table_of(text.replace('\ufeff', ''), ';');
  const published = rows.filter((row) => row['До № основної'] === '');
  return published.map((row) => [Number(row['№']), Number(row['Голоси'])]);
}

// The full list of the report, read as a browser reads it.
function votes_in_page(hall, html) {
  return hall.desk.evaluate((text) => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const heading = page.querySelector('#a1');
    const table = heading.parentElement.querySelector('table');
    const names = [...table.querySelectorAll('thead th')].map((one) => one.textContent);
    const votes = names.indexOf('Разом'); // with sheets on paper the parts stand below it
    return [...table.querySelectorAll('tbody tr')].map(({ cells }) => [
      Number(cells[0].textContent),
      Number(cells[votes].firstChild.textContent),
    ]);
  }, html);
}

export function has_official_headings({ html }) {
  let at = 0;
  for (const heading of scenario.headings) {
    const next = html.indexOf(heading, at);
    assert.ok(next > at, heading);
    at = next;
  }
}
