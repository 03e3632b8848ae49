// The gestures of somebody who sets up a session, without a mouse; for the test of that page.
import assert from 'node:assert/strict';
import { see } from './hall.mjs';
import { cut_off, is_wider_than_the_screen, too_small } from './targets.mjs';

const sign = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120">
  <rect x="4" y="4" width="112" height="112" rx="8" fill="#0b57a4"/>
  <path d="M24 84 60 28l36 56z" fill="#f5b301"/>
  <path d="M136 40h150M136 76h110" stroke="#18211f" stroke-width="14"/></svg>`;
export const svg = { name: 'sign.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(sign) };

// Tab, until the control of this name has the focus, as somebody without a mouse goes on.
export async function tab_to(page, name) {
  for (let presses = 0; presses < 120; presses++) {
    const said = await page.evaluate(() => {
      const at = document.activeElement;
      const named = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent;
      return named.replace(/\s+/g, ' ').trim();
    });
    if (said.startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`no Tab leads to «${name}»`);
}

export async function type_into(page, name, text) {
  await tab_to(page, name);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

export async function create_by_keyboard(page, { title, community, settlements = '' }) {
  await type_into(page, 'Назва сесії', title);
  await type_into(page, 'Громада або рада', community);
  if (settlements !== '') await type_into(page, 'Села й міста', settlements);
  await tab_to(page, 'Створити сесію');
  await page.keyboard.press('Enter');
  await see(page.getByText('Сесію створено'));
}

// A picture that no PNG makes small: every pixel at random.
export async function noise(page, side) {
  const url = await page.evaluate((px) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = px;
    const pen = canvas.getContext('2d');
    const dots = pen.createImageData(px, px);
    for (let at = 0; at < dots.data.length; at++)
      dots.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
    pen.putImageData(dots, 0, 0);
    return canvas.toDataURL('image/png');
  }, side);
  return Buffer.from(url.replace(/^[^,]*,/, ''), 'base64');
}

export async function fits(page) {
  assert.deepEqual(await page.evaluate(too_small), []);
  assert.deepEqual(await page.evaluate(cut_off), []);
  assert.equal(await page.evaluate(is_wider_than_the_screen), false);
}
