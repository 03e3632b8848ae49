// For tests: a socket that does nothing by itself: the test is the server.
export class Socket {
  static all: Socket[] = [];
  static OPEN = 1;
  readyState = 1;
  sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  url: string;
  constructor(url: string) {
    this.url = url;
    Socket.all.push(this);
  }
  send(text: string): void {
    const message: Record<string, unknown> = JSON.parse(text);
    this.sent.push(message);
  }
  close(): void {
    this.readyState = 3;
  }
  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  ops(): Record<string, unknown>[] {
    return this.sent.filter(({ type }) => type === 'op');
  }
}

export function newest(): Socket {
  const socket = Socket.all[Socket.all.length - 1];
  if (socket === undefined) throw new Error('no socket was opened');
  return socket;
}
