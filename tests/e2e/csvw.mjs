// Reads the CSV files of a folder by their CSVW metadata with somebody else's programs: JSON-LD by
// jsonld, the tables by @zazuko/rdf-parser-csvw, values of a type by rdf-validate-datatype. None of
// them looks at keys, so these are compared here, as the metadata names them.
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';

const modules = new URL('../../web/node_modules/', import.meta.url);
const { default: jsonld } = await import(new URL('jsonld/lib/index.js', modules));
const csvw = new URL('@zazuko/rdf-parser-csvw/', modules);
const { default: CsvwParser } = await import(new URL('index.js', csvw));
const { default: rdf } = await import(new URL('lib/Factory.js', csvw));
const { default: datasets } = await import(new URL('@rdfjs/dataset/index.js', modules));
const { validateTerm } = await import(new URL('rdf-validate-datatype/index.js', modules));

const base = 'http://set.example/';
const vocabulary = 'http://www.w3.org/ns/csvw';
const of_csvw = (name, more) => ({ '@id': `csvw:${name}`, ...more });

// The terms of W3C's context that stand in our metadata; nothing is fetched.
const context = {
  '@version': 1.1,
  csvw: `${vocabulary}#`,
  dc: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dialect: of_csvw('dialect', { '@type': '@id' }),
  encoding: of_csvw('encoding', { '@language': null }),
  delimiter: of_csvw('delimiter', { '@language': null }),
  quoteChar: of_csvw('quoteChar', { '@language': null }),
  doubleQuote: of_csvw('doubleQuote', { '@type': 'xsd:boolean' }),
  lineTerminators: of_csvw('lineTerminators', { '@language': null }),
  header: of_csvw('header', { '@type': 'xsd:boolean' }),
  url: of_csvw('url', { '@type': '@id' }),
  tableSchema: of_csvw('tableSchema', { '@type': '@id' }),
  columns: of_csvw('column', { '@type': '@id', '@container': '@list' }),
  name: of_csvw('name', { '@language': null }),
  titles: of_csvw('title', { '@container': '@language' }),
  datatype: of_csvw('datatype', { '@type': '@vocab' }),
  base: of_csvw('base', { '@language': null }),
  format: of_csvw('format', { '@language': null }),
  required: of_csvw('required', { '@type': 'xsd:boolean' }),
  separator: of_csvw('separator', { '@language': null }),
  primaryKey: of_csvw('primaryKey', { '@container': '@list', '@language': null }),
  foreignKeys: of_csvw('foreignKey', { '@type': '@id' }),
  columnReference: of_csvw('columnReference', { '@language': null }),
  reference: of_csvw('reference', { '@type': '@id' }),
  resource: of_csvw('resource', { '@type': '@id' }),
  string: 'xsd:string',
  date: 'xsd:date',
  dateTime: 'xsd:dateTime',
  nonNegativeInteger: 'xsd:nonNegativeInteger',
  language: 'xsd:language',
  anyURI: 'xsd:anyURI',
};

async function dataset_of(table, group) {
  const document = {
    '@context': [context, { '@base': base, '@language': 'uk' }],
    dialect: group.dialect,
    ...table,
  };
  const term = ({ termType, value, datatype, language }) => {
    if (termType === 'NamedNode') return rdf.namedNode(value);
    if (termType === 'BlankNode') return rdf.blankNode(value.replace('_:', ''));
    return rdf.literal(value, language || rdf.namedNode(datatype.value));
  };
  const quads = await jsonld.toRDF(document);
  return datasets.dataset(
    quads.map((q) => rdf.quad(term(q.subject), term(q.predicate), term(q.object))),
  );
}

// A row is a map from a column's name to its value, an RDF literal.
async function rows_of(folder, table, group) {
  const metadata = await dataset_of(table, group);
  const parser = new CsvwParser({ metadata, baseIRI: base, timezone: 'utc' });
  const input = createReadStream(join(folder, table.url), { encoding: 'utf8' });
  const rows = new Map();
  for await (const { subject, predicate, object } of parser.import(input)) {
    if (!predicate.value.startsWith(`${base}#`)) continue; // of the table, not of a cell
    const row = rows.get(subject.value) ?? new Map();
    row.set(predicate.value.slice(base.length + 1), object);
    rows.set(subject.value, row);
  }
  return [...rows.values()];
}

function problems_of_cells(table, row, at) {
  const found = [];
  const say = (name, what) => found.push(`${table.url}, row ${at + 1}, ${name}: ${what}`);
  const known = new Set(table.tableSchema.columns.map(({ name }) => name));
  for (const name of row.keys()) {
    if (!known.has(name)) say(name, 'is not described');
  }
  for (const { name, required, datatype, separator } of table.tableSchema.columns) {
    const value = row.get(name);
    if (value === undefined) {
      if (required) say(name, 'is missing');
      continue;
    }
    if (!validateTerm(value)) say(name, `${value.value} is no ${value.datatype.value}`);
    if (datatype.format === undefined) continue;
    const items = separator === undefined ? [value.value] : value.value.split(separator);
    for (const item of items) {
      const has_form = new RegExp(`^(?:${datatype.format})$`, 'u').test(item);
      if (!has_form) say(name, `${item} has no such form`);
    }
  }
  return found;
}

function problems_of_keys(table, tables) {
  const found = [];
  const key_of = (row, names) => names.map((name) => row.get(name)?.value ?? '').join('\n');
  const keys = table.rows.map((row) => key_of(row, table.tableSchema.primaryKey));
  if (new Set(keys).size !== keys.length) found.push(`${table.url}: a primary key stands twice`);
  for (const { columnReference, reference } of table.tableSchema.foreignKeys ?? []) {
    const other = tables.find(({ url }) => url === reference.resource);
    const there = new Set(other.rows.map((row) => key_of(row, [reference.columnReference])));
    for (const row of table.rows) {
      const value = row.get(columnReference)?.value;
      if (value !== undefined && !there.has(value)) {
        found.push(`${table.url}: ${columnReference} ${value} is not in ${other.url}`);
      }
    }
  }
  return found;
}

// The tables that schema.json describes, with their rows, and what is wrong with them in words.
export async function read_tables(folder) {
  const group = JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8'));
  if (group['@context'][0] !== vocabulary) throw new Error('schema.json is no CSVW metadata');
  const tables = [];
  for (const table of group.tables) {
    tables.push({ ...table, rows: await rows_of(folder, table, group) });
  }
  const problems = tables.flatMap((table) => [
    ...table.rows.flatMap((row, at) => problems_of_cells(table, row, at)),
    ...problems_of_keys(table, tables),
  ]);
  return { tables, problems };
}
