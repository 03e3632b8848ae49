// One WebSocket: hello, pings, deadlines, and the guard over what comes
// in. It ends once and says so once; coming back is Live's business.
// What happens before anybody listens is told when somebody does.
import { parse_message, type ServerMessage } from '../wire/messages';
import type { Op } from '../wire/ops.gen';

export type Hello = {
  type: 'hello';
  protocol: 1;
  page: 'phone' | 'desk' | 'operator' | 'board';
  slot?: number;
  pass?: string;
  secret?: string;
  held?: { epoch: string; seq: number };
};
export type ClientMessage =
  | Hello
  | { type: 'op'; id: string; op: Op }
  | { type: 'similar'; id: string; text: string }
  | { type: 'ping'; at: number };

// Who connects to which session.
export type Visitor = {
  code: string;
  page: Hello['page'];
  slot?: number; // one of the people who share this device
  pass?: string; // where the browser keeps no cookies
  secret?: string; // likewise, of a desk, operator or board link
};

export type ConnectionEvents = {
  // `at`: local ms, when it came.
  message(message: ServerMessage, at: number): void;
  // The close code, or 0 where the line was given up from this side.
  closed(code: number): void;
};

// Said by this side in the place of a close code: the server is newer than the page.
export const page_outdated = 4299;

export const ping_period_ms = 20_000;
// A router that has just come back swallows first packets: better ask anew than wait for them.
export const connect_wait_ms = 4_000;
export const welcome_wait_ms = 15_000;
const silence_max_ms = 35_000;
const check_wait_ms = 5_000;

export class Connection {
  #socket: WebSocket;
  #events: ConnectionEvents | null = null;
  #untold: ((events: ConnectionEvents) => void)[] = [];
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #pings: ReturnType<typeof setInterval> | undefined;
  #is_over = false;

  // `held`: what the page has already. `wait_ms`: for the line to open.
  constructor({ code, ...who }: Visitor, held?: Hello['held'], wait_ms = connect_wait_ms) {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const url = `${scheme}://${location.host}/api/sessions/${code}/live`;
    const known = held === undefined ? {} : { held };
    this.#socket = new WebSocket(url, 'viche.v1');
    this.#socket.onopen = () => {
      this.#expect_within(welcome_wait_ms);
      this.send({ type: 'hello', protocol: 1, ...who, ...known });
    };
    this.#socket.onmessage = (event: MessageEvent<unknown>) => this.#hear(event.data);
    this.#socket.onclose = (event) => this.#end(event.code);
    this.#expect_within(wait_ms);
  }

  listen(events: ConnectionEvents): void {
    this.#events = events;
    for (let tell = this.#untold.shift(); tell !== undefined; tell = this.#untold.shift()) {
      tell(events);
    }
  }

  send(message: ClientMessage): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  // Asks whether the line still stands; for a page that slept, or an op that was not answered.
  check(): void {
    this.#ping();
    this.#expect_within(check_wait_ms);
  }

  close(): void {
    this.#is_over = true;
    this.#untold = [];
    this.#stop();
  }

  #hear(data: unknown): void {
    if (this.#is_over) return;
    this.#expect_within(silence_max_ms);
    const message = typeof data === 'string' ? parse_message(data) : undefined;
    if (message === undefined) return; // of a newer server; nobody needs to understand it
    if (message === null) return this.#end(page_outdated);
    if (message.type === 'welcome') {
      this.#ping();
      this.#pings = setInterval(() => this.#ping(), ping_period_ms);
    }
    const at = Date.now();
    this.#tell((events) => events.message(message, at));
  }

  #ping(): void {
    this.send({ type: 'ping', at: Date.now() });
  }

  // A dead line often stays "open" for minutes, so silence ends it, not the socket.
  #expect_within(wait_ms: number): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#end(0), wait_ms);
  }

  #end(code: number): void {
    if (this.#is_over) return;
    this.#is_over = true;
    this.#stop();
    this.#tell((events) => events.closed(code));
  }

  #tell(what: (events: ConnectionEvents) => void): void {
    if (this.#events === null) this.#untold.push(what);
    else what(this.#events);
  }

  #stop(): void {
    clearTimeout(this.#deadline);
    clearInterval(this.#pings);
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
  }
}
