// The router of the hall: phones reach the server through it, and its plug can be pulled.
import http from 'node:http';
import net from 'node:net';

export class Router {
  #server = null;
  #lines = new Set();
  #port = 0;
  #to;
  #host;
  #is_dark = false;
  #knocks = 0;

  // Phones are told that the log is another one than it is: for them its epoch is this text.
  epoch = null;

  // Leads to the port of this address. Another host is another device to browsers: they keep
  // cookies and storage apart.
  constructor(url, host = '127.0.0.1') {
    this.#to = Number(new URL(url).port);
    this.#host = host;
  }

  async open() {
    this.#is_dark = false;
    if (this.#server !== null) return;
    this.#server = net.createServer((phone) => this.#join(phone));
    await this.#listen();
  }

  // Every line is dead and no new one comes, until `open`.
  async cut() {
    this.#break_lines();
    const closed = new Promise((done) => this.#server?.close(done) ?? done());
    this.#server = null;
    await closed;
  }

  // Every line is dead, and who tries again hears nothing at all: packets vanish, as on a radio
  // without power. Those attempts stay silent after `open` too.
  darken() {
    this.#is_dark = true;
    this.#knocks = 0;
    this.#break_lines();
  }

  // Attempts that nobody answered since it is dark.
  get knocks() {
    return this.#knocks;
  }

  // Instead of the server somebody answers, as a proxy does for a server that is away.
  async answer(status) {
    await this.cut();
    this.#server = http.createServer((_asked, answer) => answer.writeHead(status).end());
    this.#server.on('connection', (line) => this.#keep(line));
    await this.#listen();
  }

  // The same address behind this router.
  way_to(url) {
    const address = new URL(url);
    address.hostname = this.#host;
    address.port = String(this.#port);
    return address.href;
  }

  async #listen() {
    await new Promise((ready) => this.#server.listen(this.#port, this.#host, ready));
    this.#port = this.#server.address().port;
  }

  #break_lines() {
    for (const line of this.#lines) line.destroy();
  }

  #keep(line) {
    this.#lines.add(line);
    line.on('error', () => line.destroy());
    line.on('close', () => this.#lines.delete(line));
  }

  #told(part) {
    if (this.epoch === null) return part;
    const text = part.toString('latin1');
    const told = text.replace(/"epoch":"[0-9a-f]{16}"/g, `"epoch":"${this.epoch}"`);
    return Buffer.from(told, 'latin1');
  }

  #join(phone) {
    this.#keep(phone);
    if (this.#is_dark) {
      this.#knocks += 1;
      return;
    }
    const server = net.connect(this.#to, '127.0.0.1');
    this.#keep(server);
    phone.pipe(server);
    server.on('data', (part) => phone.write(this.#told(part)));
    server.on('end', () => phone.end());
    phone.on('close', () => server.destroy());
    server.on('close', () => phone.destroy());
  }
}
