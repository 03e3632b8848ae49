// Reads what was built as the oldest browsers we serve would: a resident's phone and the check of a
// journal as Chrome 88 and Safari 14.1, the staff's desk and board as Chrome 93 and Safari 15.4.
// Scripts must be ES2021 (and class fields) and call nothing younger; styles go by the tables of
// caniuse. Ends with 1 and the places where a page would break there. (How much a phone loads is
// scripts/weight's question.)
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'acorn';
import doiuse from 'doiuse';
import postcss from 'postcss';

const assets = 'dist/assets/';
const phone_floor = ['chrome 88', 'safari 14.1', 'ios_saf 14.5-14.8'];
const staff_floor = ['chrome 93', 'safari 15.4'];

// Calls that parse everywhere and fail in the oldest.
const too_young = [
  ['.findLast(', /\.findLast(Index)?\(/],
  ['.toSorted( and its like', /\.to(Sorted|Reversed|Spliced)\(/],
  ['Object.groupBy', /(Object|Map)\.groupBy\b/],
  ['structuredClone', /\bstructuredClone\(/],
  ['Array.fromAsync', /Array\.fromAsync\b/],
  ['Promise.withResolvers', /Promise\.(withResolvers|try)\b/],
  ['AbortSignal.timeout', /AbortSignal\.(timeout|any)\b/],
  ['crypto.randomUUID', /\brandomUUID\b/], // and crypto.subtle: not on plain http
  ['crypto.subtle', /\bcrypto\.subtle\b/],
  ['lookbehind', /\(\?<[=!]/],
];
const too_young_for_phones = [
  ...too_young,
  ['.at(', /(?<!\.)\.at\(/], // not the spread of what a function named so returns
  ['Object.hasOwn', /Object\.hasOwn\b/],
  ['<dialog>', /\.showModal\(/],
];

// Told by caniuse as missing or partial, and harmless: each page is whole without it.
const css_harmless = [
  'css-focus-visible', // without it, the browser's own focus ring shows
  'css-overflow', // only `clip` and two-value forms are missing
  'css-masks', // clip-path: inset(), which all have
  'css-clip-path', // likewise
  'css-resize',
  'text-size-adjust', // desktop Safari does not enlarge by itself
  'css-scroll-behavior',
  'css-sticky', // on table parts
  'css-overscroll-behavior', // without it, the page behind may bounce
  'css-logical-props', // margin-block and -inline, which all have
  'css-content-visibility', // only speed
  'css-page-break', // between the sheets a desk prints, which fill their pages anyway
  'css-paged-media', // the size of those pages, which the printer's dialog asks for as well
];

const phone_files = new Set([...files_of('dist/phone.html'), ...files_of('dist/check.html')]);
const complaints = [];
for (const name of readdirSync(assets)) {
  const is_phone = phone_files.has(name);
  const text = () => readFileSync(assets + name, 'utf8');
  if (name.endsWith('.js')) check_script(name, text(), is_phone);
  else if (name.endsWith('.css')) await check_style(name, text(), is_phone);
}
check_script('sw.js', readFileSync('dist/sw.js', 'utf8'), true);
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log(
  `shipped: phone fit for ${phone_floor.join(', ')}; staff for ${staff_floor.join(', ')}`,
);

// Names of the assets a page names, and of those they import, at once or later.
function files_of(page) {
  const found = new Set();
  const open = [page];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const [, name] of readFileSync(path, 'utf8').matchAll(
      /([\w.-]+-[\w-]{8}\.(?:js|css))["'`]/g,
    )) {
      if (found.has(name)) continue;
      found.add(name);
      if (name.endsWith('.js')) open.push(assets + name);
    }
  }
  return found;
}

function check_script(name, text, is_phone) {
  try {
    // 2022 for class fields, which both have; not for what else came that year.
    const options = { ecmaVersion: 2022, sourceType: 'module', allowAwaitOutsideFunction: false };
    for (const node of nodes_of(parse(text, options))) {
      if (is_too_young(node)) complaints.push(`${name}: ${node.type}: ${around(text, node.start)}`);
    }
  } catch (fault) {
    complaints.push(`${name}: not ES2021: ${fault.message} ${around(text, fault.pos ?? 0)}`);
  }
  for (const [what, pattern] of is_phone ? too_young_for_phones : too_young) {
    for (const { index } of text.matchAll(new RegExp(pattern, 'g'))) {
      complaints.push(`${name}: ${what}: ${around(text, index)}`);
    }
  }
}

async function check_style(name, text, is_phone) {
  const browsers = is_phone ? phone_floor : staff_floor;
  const onFeatureUsage = ({ message }) => complaints.push(message.replace(/^.*[/]/, ''));
  const usage = doiuse({ browsers, ignore: css_harmless, onFeatureUsage });
  await postcss([usage]).process(text, { from: name });
}

// Fields of a class may be private there; methods may not, nor may one ask `#field in`.
function is_too_young({ type, key, left }) {
  if (type === 'MethodDefinition') return key.type === 'PrivateIdentifier';
  if (type === 'BinaryExpression') return left.type === 'PrivateIdentifier';
  return type === 'StaticBlock';
}

function* nodes_of(value) {
  if (typeof value !== 'object' || value === null) return;
  if (typeof value.type === 'string') yield value;
  for (const part of Object.values(value)) yield* nodes_of(part);
}

function around(text, place) {
  return JSON.stringify(text.slice(Math.max(0, place - 40), place + 40));
}
