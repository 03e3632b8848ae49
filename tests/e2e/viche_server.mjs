// A real server of its own for the browser test: a data file in a temporary folder, an ephemeral
// port of 127.0.0.1, ended by its pid. It can be killed in the middle and started again.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const program = process.env.VICHE ?? join(root, 'build/release/viche');

const names = [
  ...['--title', 'Стратегія громади до 2034 року'],
  ...['--community', 'Криничненська громада'],
];

export class VicheServer {
  #folder = mkdtempSync(join(tmpdir(), 'viche-e2e-'));
  #child = null;
  #port = 0;
  #said = '';

  get data() {
    return join(this.#folder, 'hall.viche');
  }

  get #backup() {
    return join(this.#folder, 'backup.viche');
  }

  // What it printed since it was started.
  get said() {
    return this.#said;
  }

  get links_file() {
    return join(this.#folder, 'links.json');
  }

  // Links of the first session, as the program writes them: phone, desk, board and others.
  links = {};

  // The second start takes the port of the first, so that open pages find it again.
  async start() {
    const file = this.links_file;
    const first = this.#port === 0 ? ['--first-session', '--links-file', file, ...names] : [];
    const listen = `127.0.0.1:${this.#port}`;
    this.#child = spawn(program, ['serve', '--data', this.data, '--listen', listen, ...first], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#said = '';
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.#said += text));
    }
    if (this.#port === 0) {
      await this.#until(() => existsSync(file) && statSync(file).size > 0);
      this.links = JSON.parse(readFileSync(file, 'utf8'));
      this.#port = Number(new URL(this.links.url).port);
    }
    await this.#until(() => this.#answers());
  }

  // What a facilitator's desk asks of the server itself: cards, or a link.
  async make(door, what) {
    const { url, code, desk } = this.links;
    const answer = await fetch(new URL(`/api/sessions/${code}/${door}`, url), {
      method: 'POST',
      headers: { Authorization: `Bearer ${new URL(desk).hash.slice(1)}` },
      body: JSON.stringify(what),
    });
    return answer.json();
  }

  // The way in of one more facilitator.
  async another_desk(called) {
    const { secret } = await this.make('links', { role: 'facilitator', called });
    return `${this.links.desk.split('#')[0]}#${secret}`;
  }

  // As a power cut: nothing is said, nothing is flushed.
  async kill() {
    await this.#end('SIGKILL');
  }

  // What the program does when it is asked to stop; resolves to its exit code.
  async stop() {
    return this.#end('SIGTERM');
  }

  // While it is stopped: a backup of the data file as it is now, and that backup put in its place.
  back_up() {
    copyFileSync(this.data, this.#backup);
  }

  restore() {
    assert.ok(!existsSync(`${this.data}-wal`), 'it did not stop in order');
    copyFileSync(this.#backup, this.data);
  }

  async remove() {
    if (this.#child !== null) await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  // A sub-command beside the running server; resolves to exit code and output.
  async run(...words) {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (out += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    return { code, out };
  }

  async #answers() {
    try {
      return (await fetch(`http://127.0.0.1:${this.#port}/healthz`)).ok;
    } catch {
      return false;
    }
  }

  async #until(condition) {
    const give_up_at = Date.now() + 30_000;
    while (!(await condition())) {
      if (this.#child.exitCode !== null || Date.now() > give_up_at) {
        throw new Error(`the server did not start:\n${this.#said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #end(signal) {
    const child = this.#child;
    this.#child = null;
    const ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
    child.kill(signal);
    return ended;
  }
}
