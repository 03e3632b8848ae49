// A session played on a server of its own, and what its exports say when somebody else's reader
// (read_back/read_report.py) has read them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VicheServer } from './viche_server.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const the_109 = here('../data/serhiivka-109-illustrative.csv');

// Debian's Python has the packages that the formats need; another one in the PATH may not.
export function python(script, ...words) {
  const program = ['-B', here(`read_back/${script}`), ...words];
  return execFileSync('/usr/bin/python3', program, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

export const read_back = (format, file) => JSON.parse(python('read_report.py', format, file));

export class Played {
  server = new VicheServer();
  folder = mkdtempSync(join(tmpdir(), 'viche-formats-'));
  #read = new Map();

  // Without a scenario nothing is handed in.
  async play(scenario, participants) {
    await this.server.start();
    if (scenario === undefined) return;
    const { links, links_file } = this.server;
    const { code, out } = await this.server.run(
      ...['rehearse', '--quiet', '--url', links.url, '--desk-link-file', links_file],
      ...['--scenario', scenario, '--participants', participants, '--speed', '100000'],
    );
    assert.equal(code, 0, out);
  }

  async remove() {
    await this.server.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  // What a facilitator gets at the door, of the edition that may leave the hall.
  ask(format, language = 'uk') {
    const { url, code, desk } = this.server.links;
    const door = `/api/sessions/${code}/report.${format}?edition=public&language=${language}`;
    return fetch(new URL(door, url), {
      headers: { Authorization: `Bearer ${new URL(desk).hash.slice(1)}` },
    });
  }

  async file(format) {
    const answer = await this.ask(format);
    assert.equal(answer.status, 200, format);
    const name = join(this.folder, `report.${format}`);
    writeFileSync(name, Buffer.from(await answer.arrayBuffer()));
    return name;
  }

  // What a format says; each is made once.
  async said(format) {
    if (!this.#read.has(format)) {
      this.#read.set(format, read_back(format, await this.file(format)));
    }
    return this.#read.get(format);
  }

  // `viche export`, which asks no server.
  async export(format, name, ...more) {
    const out = join(this.folder, name);
    const words = ['--data', this.server.data, '--format', format, '--out', out, ...more];
    return { ...(await this.server.run('export', ...words)), file: out };
  }

  // A scenario of these texts, each with so many votes.
  scenario_of(texts, votes) {
    const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
    const rows = texts.map((text, i) => `${i + 1},${i},1,social,${quoted(text)},${votes},`);
    const file = join(this.folder, 'scenario.csv');
    writeFileSync(file, ['id,minute,table,tags,text,votes,note', ...rows, ''].join('\n'));
    return file;
  }
}
