// The acceptance scenario «Village 40» as data: the 109 ideas of the file, what moderators make of
// them, and what must come out. The figures are the requirement's, not computed from the file.
import { readFileSync } from 'node:fs';

const path = new URL('../../data/serhiivka-109-illustrative.csv', import.meta.url);

// RFC 4180: fields in quotes may hold separators, line breaks and doubled quotes.
function rows_of(csv, separator) {
  const rows = [[]];
  const field = new RegExp(
    `("(?:[^"]|"")*"|[^"${separator}\\r\\n]*)(${separator}|\\r?\\n|$)`,
    'gy',
  );
  while (field.lastIndex < csv.length) {
    const [, text, end] = field.exec(csv);
    const is_quoted = text.startsWith('"');
    rows.at(-1).push(is_quoted ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end !== separator && field.lastIndex < csv.length) rows.push([]);
  }
  return rows;
}

// Each row as an object of its columns.
export function table_of(csv, separator = ',') {
  const [names, ...rows] = rows_of(csv, separator);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}

export const ideas = table_of(readFileSync(path, 'utf8')).map((row) => ({
  id: Number(row.id),
  minute: Number(row.minute),
  table: Number(row.table),
  areas: row.tags.split(';'),
  text: row.text,
  votes: Number(row.votes),
  is_paper: row.note.split(';').includes('paper'),
}));

export const idea = (id) => ideas[id - 1];

export const villages = ['Криничне', 'Вербівка', 'Лугове', 'Зелений Гай'];
export const people = 40;
export const phones = 35;
export const tables = 8;
export const operators_table = 8;
export const votes_per_person = 10;

// Minutes of the open phase of ideas.
export const power_cut = { at: 12, lasts_s: 90, ids: [36, 37, 38, 39, 40, 41] };
export const killed = { at: 20, ids: [60, 61] };
export const alarm = { at: 26, lasts: 7, id: 78, draft: 89 };

export const hidden = [
  { id: 38, reason: 'не за темою' },
  { id: 70, reason: 'образа' },
  { id: 90, reason: 'реклама' },
];
export const redacted = {
  id: 56,
  secrets: ['Ганні', 'Петрівні', 'Садова 14', '067 000 00 00'],
  remains: 'Допоможіть моїй сусідці ▮▮▮, вона після інсульту і сама не може вийти з хати',
};

// Ten duplicates and one support: [main, other].
export const merges = [
  [4, 25],
  [3, 34],
  [7, 40],
  [12, 45],
  [8, 47],
  [10, 51],
  [15, 53],
  [17, 55],
  [21, 62],
  [9, 71],
  [8, 98],
];
export const stay_apart = [
  [2, 14],
  [37, 43],
];
export const published = 95;
export const merged_into = new Map(merges.map(([main, other]) => [other, main]));
export const is_published = ({ id }) =>
  !merged_into.has(id) && !hidden.some(({ id: gone }) => gone === id);

// Main area → ideas and votes, as the requirement has them.
export const by_area = {
  infrastructure: [18, 87],
  medicine: [8, 43],
  business: [10, 38],
  education: [7, 29],
  culture: [9, 26],
  safety: [8, 26],
  social: [7, 25],
  youth: [8, 22],
  ecology: [6, 16],
  governance: [6, 14],
  digital: [4, 12],
  tourism: [4, 7],
};

export const votes = { total: 345, first_minute: 120, last_minute: 60, voters: 38, sheets: 5 };

// [place, idea, votes]; equal votes share a place.
export const first_ten = [
  [1, 4, 19],
  [2, 3, 17],
  [3, 8, 16],
  [4, 12, 15],
  [5, 21, 11],
  [6, 17, 10],
  [7, 63, 9],
  [8, 13, 8],
  [8, 33, 8],
  [10, 10, 7],
  [10, 77, 7],
];

export const headings = [
  'Найменування органу, який проводив обговорення',
  'Питання або назва проєкту акта, винесеного на обговорення',
  'Інформація про осіб, що взяли участь в обговоренні',
  'Інформація про пропозиції, що надійшли за результатами обговорення',
  'Інформація про врахування пропозицій та зауважень громадськості',
  'Інформація про рішення, прийняті за результатами обговорення',
];
