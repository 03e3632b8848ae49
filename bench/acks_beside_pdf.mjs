// How long 40 phones wait for the answer to an op while the laptop makes a PDF, beside how long
// they wait while it makes none, in one run: node bench/acks_beside_pdf.mjs, after a release build
// and npm ci in web/. 500 proposals; each phone sends an op every half second, whether or not the
// one before was answered. Prints figures, judges nothing. Bound of docs/report.md: the slowest
// hundredth waits no more than twice as long.
import { open_browser } from '../tests/e2e/browser.mjs';
import { write_ideas } from '../tests/e2e/crowd.mjs';
import { Staff } from '../tests/e2e/staff.mjs';
import { VicheServer } from '../tests/e2e/viche_server.mjs';

const rounds = 3;
const phones = 40;
const proposals = 500;

// In the page: asks for `for_ms`, open-loop; resolves to every wait.
async function ask_steadily({ code, phones, for_ms }) {
  if (globalThis.lines === undefined) {
    const come = async () =>
      new globalThis.Line(code, { page: 'phone', pass: await globalThis.enter(code) }).ready();
    globalThis.lines = await Promise.all(Array.from({ length: phones }, come));
  }
  const waits = [];
  const pending = [];
  const until = performance.now() + for_ms;
  for (let turn = 0; performance.now() < until; turn += 1) {
    const due = performance.now();
    for (const line of globalThis.lines) {
      const seat = { kind: 'join', table: turn % 5, settlement: '', channel: 'phone' };
      pending.push(line.ask(seat).then(() => waits.push(performance.now() - due)));
    }
    await new Promise((resume) => setTimeout(resume, 500));
  }
  await Promise.all(pending);
  return waits;
}

function said(waits) {
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { n: sorted.length, p50: at(0.5), p99: at(0.99), most: at(1) };
}

const server = new VicheServer();
const browser = await open_browser();
try {
  await server.start();
  const { url, code, desk } = server.links;
  const staff = await Staff.open(browser, server.links);
  await staff.do({ kind: 'open_phase', phase: 'ideas', minutes: 60 });
  const page = await (await browser.newContext()).newPage();
  await page.goto(new URL('/healthz', url).href);
  await write_ideas(page, code, proposals);

  const pdf = async () => {
    const answer = await fetch(new URL(`/api/sessions/${code}/report.pdf`, url), {
      headers: { Authorization: `Bearer ${new URL(desk).hash.slice(1)}` },
    });
    if (!answer.ok) throw new Error(`PDF: ${answer.status} ${await answer.text()}`);
    return (await answer.arrayBuffer()).byteLength;
  };
  const began = performance.now();
  console.log(`a PDF of ${await pdf()} bytes in ${Math.round(performance.now() - began)} ms`);

  const all = { without: [], beside: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['without', 'beside']) {
      let is_over = false;
      let made = 0;
      const making = (async () => {
        for (; kind === 'beside' && !is_over; made += 1) await pdf();
      })();
      const waits = await page.evaluate(ask_steadily, { code, phones, for_ms: 15_000 });
      is_over = true;
      await making;
      all[kind].push(...waits);
      const { n, p50, p99, most } = said(waits);
      const figures = [p50, p99, most].map((ms) => ms.toFixed(1)).join(', ');
      console.log(`${kind}: ${n} answers, ${made} PDFs; p50, p99, most: ${figures} ms`);
    }
  }
  const ratio = said(all.beside).p99 / said(all.without).p99;
  console.log(`p99 beside a PDF to p99 without: ${ratio.toFixed(2)}`);
} finally {
  await browser.close();
  await server.remove();
}
