// Chromium for the test: the one of Debian, driven by the playwright-core of web/node_modules.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const from_web = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = from_web('playwright-core');
const { AxeBuilder } = from_web('@axe-core/playwright');

const sizes = {
  phone: { width: 360, height: 640 },
  desk: { width: 1366, height: 768 },
  board: { width: 1920, height: 1080 },
};

const program = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
};

const device = (kind) => ({
  viewport: sizes[kind],
  locale: 'uk-UA',
  timezoneId: 'Europe/Kyiv',
  hasTouch: kind === 'phone',
  isMobile: kind === 'phone',
  deviceScaleFactor: kind === 'phone' ? 2 : 1,
  reducedMotion: 'reduce',
});

export async function open_browser() {
  return chromium.launch(program);
}

// A page of its own device: cookies and storage are not shared with the others. What the page
// complains of is kept in `page.complaints`.
export async function open_page(browser, kind, url) {
  const context = await browser.newContext(device(kind));
  return prepared(await context.newPage(), kind, url);
}

// Lends a page of a browser of its own whose settings forbid sites to keep anything.
export async function with_page_that_keeps_nothing(kind, url, use) {
  const folder = await mkdtemp(join(tmpdir(), 'viche-profile-'));
  await mkdir(join(folder, 'Default'));
  const forbidden = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(forbidden));
  const context = await chromium.launchPersistentContext(folder, { ...program, ...device(kind) });
  try {
    await use(await prepared(context.pages()[0], kind, url));
  } finally {
    await context.close();
    // Chromium may still write while it ends.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

// A phone whose browser can be ended and started again; what it keeps is in a folder.
export class PhoneThatRestarts {
  #folder;
  #context = null;

  static async open() {
    const device = new PhoneThatRestarts();
    device.#folder = await mkdtemp(join(tmpdir(), 'viche-phone-'));
    return device;
  }

  async start(url = 'about:blank') {
    const options = { ...program, ...device('phone') };
    this.#context = await chromium.launchPersistentContext(this.#folder, options);
    return prepared(this.#context.pages()[0], 'phone', url);
  }

  // The whole browser, not the tab.
  async restart() {
    await this.#context.close();
    return this.start();
  }

  async remove() {
    await this.#context?.close();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function prepared(page, kind, url) {
  // Desk and board show phones the way to the laptop, which for the test has no network.
  if (kind !== 'phone') await tell_addresses(page, ['http://192.168.1.10:8080']);
  page.setDefaultTimeout(15_000);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const host = new URL(request.url()).hostname;
    if (host !== '' && !host.startsWith('127.')) page.complaints.push(`loads from ${host}`);
  });
  await page.goto(url);
  return page;
}

// The server says to this page that phones find it there, the likeliest first.
export async function tell_addresses(page, addresses) {
  const body = JSON.stringify({ addresses });
  await page.unroute('**/api/addresses');
  await page.route('**/api/addresses', (route) => route.fulfill({ body }));
}

// Findings of axe-core for WCAG 2.2 AA, one line each.
export async function findings(page) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  // Legacy: in the page itself, twice as fast; it leaves out frames, which no page here has.
  const axe = new AxeBuilder({ page }).withTags(tags).setLegacyMode();
  // A colour on its way to another has no contrast of its own.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((moving) => moving.finished)),
  );
  const { violations } = await axe.analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.html}`),
  );
}
