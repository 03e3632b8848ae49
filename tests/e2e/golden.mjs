// What a screen reader finds on a page, roles and names as a tree, kept as text beside the tests:
// a change of it is seen in review. With UPDATE_GOLDEN=1 the texts are written anew.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('golden/', import.meta.url));

export async function golden_tree(page, name) {
  const tree = steady(await page.locator('body').ariaSnapshot());
  const path = `${folder}${name}.txt`;
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, tree);
  }
  assert.equal(tree, readFileSync(path, 'utf8'), `what a screen reader is told: ${name}`);
}

// Without what is another each time: clocks, codes, and what is said aloud, which waits its turn.
function steady(tree) {
  const told = tree
    .replace(/^- status\b.*$/m, '- status')
    .replace(/-?\d+:\d\d(:\d\d)?/g, '0:00')
    .replace(/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/g, 'XXXX-XXXX-XXXX');
  return `${told}\n`;
}
