// One WebSocket: hello, pings, deadlines, and the guard over what comes
// in. It ends once and says so once; coming back is Live's business.
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

export type ConnectionEvents = {
  message(message: ServerMessage): void;
  // The close code, or 0 where the line was given up from this side.
  closed(code: number): void;
};

export const ping_period_ms = 20_000;
// A router that has just come back swallows first packets: better ask anew than wait for them.
const connect_wait_ms = 4_000;
const welcome_wait_ms = 15_000;
const silence_max_ms = 35_000;
const check_wait_ms = 5_000;

export class Connection {
  #socket: WebSocket;
  #events: ConnectionEvents;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #pings: ReturnType<typeof setInterval> | undefined;
  #is_over = false;

  constructor(url: string, hello: Hello, events: ConnectionEvents) {
    this.#events = events;
    this.#socket = new WebSocket(url, 'viche.v1');
    this.#socket.onopen = () => {
      this.#expect_within(welcome_wait_ms);
      this.send(hello);
    };
    this.#socket.onmessage = (event: MessageEvent<unknown>) => this.#hear(event.data);
    this.#socket.onclose = (event) => this.#end(event.code);
    this.#expect_within(connect_wait_ms);
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
    this.#stop();
  }

  #hear(data: unknown): void {
    if (this.#is_over) return;
    this.#expect_within(silence_max_ms);
    const message = typeof data === 'string' ? parse_message(data) : null;
    if (message === null) return; // a newer server; a lost delta shows itself as a gap
    if (message.type === 'welcome') {
      this.#ping();
      this.#pings = setInterval(() => this.#ping(), ping_period_ms);
    }
    this.#events.message(message);
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
    this.#events.closed(code);
  }

  #stop(): void {
    clearTimeout(this.#deadline);
    clearInterval(this.#pings);
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
  }
}
