// Chromium for the test: the one of Debian, driven by the playwright-core of web/node_modules.
import { createRequire } from 'node:module';

const from_web = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = from_web('playwright-core');
const { AxeBuilder } = from_web('@axe-core/playwright');

const sizes = {
  phone: { width: 360, height: 640 },
  desk: { width: 1366, height: 768 },
  board: { width: 1920, height: 1080 },
};

export async function open_browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

// A page of its own device: cookies and storage are not shared with the others. What the page
// complains of is kept in `page.complaints`.
export async function open_page(browser, kind, url) {
  const context = await browser.newContext({
    viewport: sizes[kind],
    locale: 'uk-UA',
    timezoneId: 'Europe/Kyiv',
    hasTouch: kind === 'phone',
    isMobile: kind === 'phone',
    deviceScaleFactor: kind === 'phone' ? 2 : 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const host = new URL(request.url()).hostname;
    if (host !== '' && host !== '127.0.0.1') page.complaints.push(`loads from ${host}`);
  });
  await page.goto(url);
  return page;
}

// Findings of axe-core for WCAG 2.2 AA, one line each.
export async function findings(page) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.html}`),
  );
}
