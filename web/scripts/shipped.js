// Reads what was built as the oldest browsers we serve would: scripts as ES2021
// modules (and class fields) that use nothing younger than Chrome 88 and Safari
// 14.1, styles by the tables of caniuse. Ends with 1 and the places where a page
// would break there. (How much a phone loads is scripts/weight's question.)
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'acorn';
import doiuse from 'doiuse';
import postcss from 'postcss';

const assets = 'dist/assets/';
const floor = ['chrome 88', 'safari 14.1', 'ios_saf 14.5-14.8'];

// Calls that parse everywhere and fail in the oldest.
const too_young = [
  ['.at(', /\.at\(/],
  ['.findLast(', /\.findLast(Index)?\(/],
  ['.toSorted( and its like', /\.to(Sorted|Reversed|Spliced)\(/],
  ['Object.hasOwn', /Object\.hasOwn\b/],
  ['Object.groupBy', /(Object|Map)\.groupBy\b/],
  ['structuredClone', /\bstructuredClone\(/],
  ['Array.fromAsync', /Array\.fromAsync\b/],
  ['Promise.withResolvers', /Promise\.(withResolvers|try)\b/],
  ['AbortSignal.timeout', /AbortSignal\.(timeout|any)\b/],
  ['crypto.randomUUID', /\brandomUUID\b/],
  ['crypto.subtle', /\bcrypto\.subtle\b/],
  ['<dialog>', /\.showModal\(/],
  ['lookbehind', /\(\?<[=!]/],
];

// Told by caniuse as missing, and harmless: the page is whole without them.
const css_ignored = [
  'css-focus-visible', // without it, the browser's own focus ring shows
  'multicolumn',
  'css-resize',
  'user-select-none',
  'css-appearance',
  'css-line-clamp',
  'text-size-adjust',
  'css-overflow', // clip
  'css-masks', // clip-path: inset(), which both have
  'css-scroll-behavior',
  'css-sticky', // on table parts
  'css-overscroll-behavior', // without it, the page behind may bounce
  'css-unicode-bidi',
  'viewport-units',
  'extended-system-fonts',
  'css-matches-pseudo',
  'flexbox-gap',
  'css-clip-path',
  'woff2',
  'variable-fonts',
  'font-unicode-range',
];

const complaints = [];
for (const name of readdirSync(assets)) {
  const text = () => readFileSync(assets + name, 'utf8');
  if (name.endsWith('.js')) check_script(name, text());
  else if (name.endsWith('.css')) await check_style(name, text());
}
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log(`shipped: fit for ${floor.join(', ')}`);

function check_script(name, text) {
  try {
    // 2022 for class fields, which both have; not for what else came that year.
    const options = { ecmaVersion: 2022, sourceType: 'module', allowAwaitOutsideFunction: false };
    for (const node of nodes_of(parse(text, options))) {
      if (is_too_young(node)) complaints.push(`${name}: ${node.type}: ${around(text, node.start)}`);
    }
  } catch (fault) {
    complaints.push(`${name}: not ES2021: ${fault.message} ${around(text, fault.pos ?? 0)}`);
  }
  for (const [what, pattern] of too_young) {
    const found = [...text.matchAll(new RegExp(pattern, 'g'))];
    if (found.length > 0) {
      complaints.push(
        `${name}: ${what}: ${found.map(({ index }) => around(text, index)).join(' | ')}`,
      );
    }
  }
}

async function check_style(name, text) {
  const browsers = { browsers: floor, ignore: css_ignored };
  const seen = (usage) => complaints.push(`${name}: ${usage.message.replace(/^.*?css:/, '')}`);
  await postcss([doiuse({ ...browsers, onFeatureUsage: seen })]).process(text, { from: name });
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
