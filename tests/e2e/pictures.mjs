// Screenshots: always into test-output/, and with UPDATE_IMAGES=1 those the README shows into
// docs/images/ as well.
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const output = fileURLToPath(new URL('../../test-output/screens/', import.meta.url));
const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const is_update = process.env.UPDATE_IMAGES === '1';

export async function picture(page, name, { is_shown = false, size } = {}) {
  mkdirSync(output, { recursive: true });
  const before = page.viewportSize();
  if (size !== undefined) await page.setViewportSize(size);
  await page.evaluate(() => document.fonts.ready);
  // What is measured and then set in another size is drawn in the frame after.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await page.screenshot({ path: `${output}${name}.png` });
  if (size !== undefined) await page.setViewportSize(before);
  if (is_shown && is_update) {
    mkdirSync(images, { recursive: true });
    copyFileSync(`${output}${name}.png`, `${images}${name}.png`);
  }
}
