// The router of the hall: phones reach the server through it, and its plug can be pulled.
import net from 'node:net';

export class Router {
  #server = null;
  #lines = new Set();
  #port = 0;
  #to;
  #host;

  // Leads to the port of this address. Another host is another device to browsers: they keep
  // cookies and storage apart.
  constructor(url, host = '127.0.0.1') {
    this.#to = Number(new URL(url).port);
    this.#host = host;
  }

  async open() {
    this.#server = net.createServer((phone) => this.#join(phone));
    await new Promise((ready) => this.#server.listen(this.#port, this.#host, ready));
    this.#port = this.#server.address().port;
  }

  // Every line is dead and no new one comes, until `open`.
  async cut() {
    const closed = new Promise((done) => this.#server.close(done));
    for (const line of this.#lines) line.destroy();
    await closed;
  }

  // The same address behind this router.
  way_to(url) {
    const address = new URL(url);
    address.hostname = this.#host;
    address.port = String(this.#port);
    return address.href;
  }

  #join(phone) {
    const server = net.connect(this.#to, '127.0.0.1');
    for (const [line, other] of [
      [phone, server],
      [server, phone],
    ]) {
      this.#lines.add(line);
      line.pipe(other);
      line.on('error', () => other.destroy());
      line.on('close', () => {
        this.#lines.delete(line);
        other.destroy();
      });
    }
  }
}
